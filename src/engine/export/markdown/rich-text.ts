import type { RichText } from '#shared/model.ts'
import { objectKinds } from '#shared/model.ts'
import { unescapeMarkdown } from '#shared-editor/escape.ts'
import { imagePattern } from '#shared-editor/inline.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import { imageEndings } from '#shared-editor/text.ts'
import type { Vault } from './vault.ts'

/** How our documents write a link to an object of the notebook. */
const notebookLink = /\[((?:\\.|[^\]\\])*)\]\(crossread:\/\/([a-z]+)\/([\w-]+)(?:\?[^)\s]*)?\)/g

const images = new RegExp(imagePattern, 'g')

/** A document as Markdown whose links to objects of the notebook lead to their files in the vault. */
export function vaultMarkdown(content: RichText, vault: Vault): string {
  const markdown = richTextToMarkdown(content).replace(
    images,
    (whole, alt: string, hash: string, written: string) => {
      const ending = imageEndings.find((known) => known === written)
      return ending === undefined ? whole : vault.image({ hash, ending, alt: unescapeMarkdown(alt) })
    },
  )
  return markdown.replace(notebookLink, (whole, label: string, kindName: string, id: string) => {
    const kind = objectKinds.find((known) => known === kindName)
    return kind === undefined ? whole : vault.link({ kind, id }, label.replace(/\\([^\p{L}\p{N}\s])/gu, '$1'))
  })
}
