import type { Note } from '#shared/model.ts'
import { type NotebookContents, refKey } from '../contents.ts'
import { escapeInline } from './escape.ts'
import { frontMatter } from './front-matter.ts'
import { linkItems } from './links.ts'
import { vaultMarkdown } from './rich-text.ts'
import { obsidianTag } from './tags.ts'
import type { Vault } from './vault.ts'

/** A note's page; its quotes and references lead to their places in the vault. */
export function notePage(note: Note, contents: NotebookContents, vault: Vault): string {
  const ref = { kind: 'note', id: note.id } as const
  const items = linkItems(ref, contents.linksOf.get(refKey(ref)) ?? [], contents.relations, vault)
  const properties = frontMatter({
    title: note.title,
    tags: note.tags.map(obsidianTag),
    'crossread-id': note.id,
  })
  const sections = [
    `# ${escapeInline(note.title)}`,
    vaultMarkdown(note.content, vault).trim(),
    ...(items.length > 0 ? ['## Links', items.join('\n')] : []),
  ]
  return `${properties}\n${sections.filter((section) => section !== '').join('\n\n')}\n`
}
