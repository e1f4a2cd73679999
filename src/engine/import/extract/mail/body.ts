import type { ExtractedAttachment } from '../types.ts'
import { attachmentName } from './attachment-name.ts'
import type { Part } from './parse.ts'

/** A text of a mail in the forms it came in; usually both say the same. */
export interface Body {
  plain: Part | null
  html: Part | null
}

export interface MailContents {
  /** In the order they stand in the mail. */
  bodies: Body[]
  attachments: ExtractedAttachment[]
  /** Pictures that belong into the text. */
  images: number
  encrypted: boolean
}

/** Parts that vouch for the mail or draw it anew, and are nothing to read. */
const machinery =
  /^(?:application\/(?:pgp|pkcs7|x-pkcs7)-signature|application\/pgp-encrypted|text\/x-amp-html)$/
const encryption = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/

/** Sorts the parts of a mail into texts to read, files that came with it, and what only serves its looks. */
export function sortParts(root: Part): MailContents {
  const contents: MailContents = { bodies: [], attachments: [], images: 0, encrypted: false }
  sort(root, contents, null)
  return contents
}

function sort(part: Part, contents: MailContents, parent: Part | null): void {
  if (encryption.test(part.type)) contents.encrypted = true
  if (part.type === 'multipart/alternative') sortAlternatives(part, contents)
  else if (part.type.startsWith('multipart/')) for (const child of part.children) sort(child, contents, part)
  else if (machinery.test(part.type)) return
  else if (isImageOfText(part, parent)) contents.images += 1
  else if (isText(part, contents)) {
    contents.bodies.push({
      plain: part.type === 'text/html' ? null : part,
      html: part.type === 'text/html' ? part : null,
    })
  } else addAttachment(part, contents)
}

/** The forms of one text. What comes along with a form, such as files that Apple's mail puts there, is kept. */
function sortAlternatives(part: Part, contents: MailContents): void {
  const body: Body = { plain: null, html: null }
  const extra: Body[] = []
  for (const child of part.children) {
    // Without a name these are one more form of the text: an invitation to a meeting, for instance.
    const isOtherForm = !child.type.startsWith('multipart/') && !/^text\/(?:plain|html)$/.test(child.type)
    if (isOtherForm && child.fileName === null) continue
    const own: MailContents = { ...contents, bodies: [] }
    sort(child, own, part)
    contents.images = own.images
    contents.encrypted = own.encrypted
    for (const { plain, html } of own.bodies) {
      if (plain !== null && body.plain === null) body.plain = plain
      else if (html !== null && body.html === null) body.html = html
      else extra.push({ plain, html })
    }
  }
  if (body.plain !== null || body.html !== null) contents.bodies.push(body)
  contents.bodies.push(...extra)
}

function isText({ type, disposition, fileName }: Part, { bodies }: MailContents): boolean {
  if (disposition === 'attachment' || !/^text\/(?:plain|html|enriched|markdown)$/.test(type)) return false
  return fileName === null || (disposition !== 'inline' && bodies.length === 0)
}

function isImageOfText({ type, disposition, contentId, fileName }: Part, parent: Part | null): boolean {
  if (!type.startsWith('image/') || disposition === 'attachment') return false
  return (
    disposition === 'inline' ||
    fileName === null ||
    (contentId !== null && parent?.type === 'multipart/related')
  )
}

function addAttachment(part: Part, contents: MailContents): void {
  if (part.bytes.length === 0) return
  contents.attachments.push({
    name: attachmentName(part, contents.attachments.length + 1),
    mediaType: part.type,
    bytes: part.bytes,
  })
}
