import PostalMime, { decodeWords, type Header } from 'postal-mime'
import { CrossreadError } from '#shared/errors.ts'
import { withReadableHeader } from './header-bytes.ts'

/** A part of a mail: one that holds others (`multipart/…`), or bytes of some type. */
export interface Part {
  /** In lower case, such as `text/plain`. */
  type: string
  params: Record<string, string>
  disposition: string
  /** Decoded, as it came: it may be any string. */
  fileName: string | null
  contentId: string | null
  /** Of a part without children, with its transfer encoding undone. */
  bytes: Uint8Array
  children: Part[]
}

export interface Mail {
  /** In the order of the mail, names in lower case, values unfolded. */
  headers: Header[]
  root: Part
}

/** What PostalMime keeps of a part. Its answer joins all texts to one; here each is wanted with its own bytes. */
interface MimeNode {
  contentType: { parsed: StructuredHeader }
  contentDisposition: { parsed: StructuredHeader }
  contentId?: string
  content: ArrayBuffer | null
  childNodes: MimeNode[]
}
interface StructuredHeader {
  value: string
  params: Record<string, string>
}

/** Throws `file_unreadable` where the mail is built to do harm: thousands of parts in parts, or headers without end. */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  // Forwarded mails stay whole, so that each can be a source of its own.
  const parser = new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: 100 })
  try {
    const { headers } = await parser.parse(withReadableHeader(bytes))
    return { headers, root: toPart(rootOf(parser)) }
  } catch (error) {
    if (error instanceof CrossreadError || !(error instanceof Error && /^Maximum/.test(error.message)))
      throw error
    throw new CrossreadError(
      'file_unreadable',
      'This mail has more parts inside each other, or longer headers, than any mail program writes, so it was not opened.',
    )
  }
}

function rootOf(parser: object): MimeNode {
  if ('root' in parser && isNode(parser.root)) return parser.root
  throw new Error('postal-mime keeps its parts elsewhere than it did')
}

function isNode(value: unknown): value is MimeNode {
  return typeof value === 'object' && value !== null && 'contentType' in value && 'childNodes' in value
}

function toPart(node: MimeNode): Part {
  const { value, params } = node.contentType.parsed
  const disposition = node.contentDisposition.parsed
  const fileName = disposition.params.filename || params.name
  return {
    type: value.toLowerCase(),
    params,
    disposition: disposition.value.toLowerCase(),
    fileName: fileName ? decodeWords(fileName) : null,
    contentId: node.contentId ?? null,
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    children: node.childNodes.map(toPart),
  }
}
