import type { NotebookContents } from '../contents.ts'
import { credit } from '../facts.ts'
import { escapeInline } from './escape.ts'
import { claimCode, type Vault } from './vault.ts'

/** The vault's first page: everything in it, one line each. */
export function indexPage(contents: NotebookContents, vault: Vault): string {
  const sources = contents.sources.map((source) => {
    const facts = credit(source.metadata)
    return `- ${vault.link({ kind: 'source', id: source.id }, source.title)}${facts && ` — ${escapeInline(facts)}`}`
  })
  const claims = contents.claims.map((claim) => {
    const label = `${claimCode(claim)} ${claim.statement}`
    return `- ${vault.link({ kind: 'claim', id: claim.id }, label)} — ${claim.status}`
  })
  const notes = contents.notes.map((note) => `- ${vault.link({ kind: 'note', id: note.id }, note.title)}`)
  const sections = [
    `# ${escapeInline(contents.info.name)}`,
    ...section('Claims', claims),
    ...section('Sources', sources),
    ...section('Notes', notes),
  ]
  return `${sections.join('\n\n')}\n`
}

function section(title: string, items: string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join('\n')]
}
