import type { Backlink, ObjectRef, RichText, RichTextNode } from '#shared/model.ts'
import { quoteType, referenceType, richTextToPlainText, walkRichText } from '#shared-editor/text.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { listMentioning } from '../store/backlinks.ts'

/** Characters of an excerpt on either side of the mention. */
const around = 80

export const backlinkHandlers: Pick<Handlers<CallsOf<'notes'>>, 'notes.backlinks'> = {
  'notes.backlinks': ({ store }, { object }) =>
    listMentioning(store.db, object.id).flatMap(({ kind, id, label, content }) => {
      const found = mentionIn(JSON.parse(content) as RichText, object)
      return found === null ? [] : [{ from: { kind, id }, label, ...found }]
    }),
}

/** How a document speaks of the object: a quote says more than a mention. Null where it only holds its id somewhere. */
function mentionIn(content: RichText, object: ObjectRef): Pick<Backlink, 'how' | 'excerpt'> | null {
  const nodes = [...walkRichText(content)].filter((node) => speaksOf(node, object))
  const quote = nodes.find(({ type }) => type === quoteType)
  if (quote !== undefined) return { how: 'quote', excerpt: shortened(String(quote.quote ?? '')) }
  const [mention] = nodes
  if (mention === undefined) return null
  return { how: 'mention', excerpt: excerptAround(richTextToPlainText(content), String(mention.label ?? '')) }
}

function speaksOf(node: RichTextNode, { kind, id }: ObjectRef): boolean {
  if (node.type === referenceType) return node.kind === kind && node.id === id
  if (node.type !== quoteType) return false
  return (kind === 'annotation' && node.annotationId === id) || (kind === 'source' && node.sourceId === id)
}

function excerptAround(text: string, label: string): string {
  const at = Math.max(0, text.indexOf(label))
  const start = Math.max(0, at - around)
  const end = Math.min(text.length, at + label.length + around)
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`
}

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= 2 * around ? words : `${words.slice(0, 2 * around).trimEnd()}…`
}
