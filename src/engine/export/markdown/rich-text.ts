import type { RichText } from '#shared/model.ts'
import { objectKinds } from '#shared/model.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import type { Vault } from './vault.ts'

/** How our documents write a link to an object of the notebook. */
const notebookLink = /\[((?:\\.|[^\]\\])*)\]\(crossread:\/\/([a-z]+)\/([\w-]+)(?:\?[^)\s]*)?\)/g

/** A document as Markdown whose links to objects of the notebook lead to their files in the vault. */
export function vaultMarkdown(content: RichText, vault: Vault): string {
  return richTextToMarkdown(content).replace(
    notebookLink,
    (whole, label: string, kindName: string, id: string) => {
      const kind = objectKinds.find((known) => known === kindName)
      return kind === undefined
        ? whole
        : vault.link({ kind, id }, label.replace(/\\([^\p{L}\p{N}\s])/gu, '$1'))
    },
  )
}
