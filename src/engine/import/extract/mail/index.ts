import { CrossreadError } from '#shared/errors.ts'
import type { ImportNote } from '#shared/model.ts'
import { decodeBytes } from '../../encoding.ts'
import { htmlToBlocks } from '../html/blocks.ts'
import type { Extracted, ExtractedAttachment, ExtractedBlock, Extractor } from '../types.ts'
import { type Body, type MailContents, sortParts } from './body.ts'
import { cleanSubject, headerOf, mailMetadata } from './headers.ts'
import { type Part, parseMail } from './parse.ts'
import { plainToBlocks } from './plain.ts'

/**
 * Reads a mail (`.eml`): the headers as details, its text, in the form that says more, as blocks, and the files that
 * came with it. A mail with files but without a text has its subject as its text, so that the files can be reached.
 */
export const extractMail: Extractor = async ({ bytes }) => {
  const { headers, root } = await parseMail(bytes)
  if (headers.length === 0)
    throw new CrossreadError('file_unreadable', 'This is not a mail: it has no header.')
  const contents = sortParts(root)
  const notes: ImportNote[] = []
  const subject = headerOf(headers, 'subject')
  const title = subject === null ? '' : cleanSubject(subject)
  const blocks = contents.bodies.flatMap((body) => bodyBlocks(body, notes))
  if (blocks.length === 0) blocks.push(...withoutText(contents, title, notes))
  noteContents(contents, notes)
  const found: Extracted = { mediaType: 'message/rfc822', metadata: mailMetadata(headers), blocks, notes }
  if (title !== '') found.title = title
  if (contents.attachments.length > 0) found.attachments = contents.attachments
  return [found]
}

/** The files that came inside a mail, in their order. Throws as `extractMail` does. */
export async function mailAttachments(bytes: Uint8Array): Promise<ExtractedAttachment[]> {
  return sortParts((await parseMail(bytes)).root).attachments
}

/** How much of the words of the plain text the HTML must have to be taken: some mails say there only that they have none. */
const enough = 0.6

function bodyBlocks({ plain, html }: Body, notes: ImportNote[]): ExtractedBlock[] {
  const rich = html === null ? null : htmlToBlocks(textOf(html, notes))
  const simple = plain === null ? null : plainBlocks(plain, rich === null ? notes : [])
  if (rich === null) return simple ?? []
  if (simple !== null && wordsOf(rich.blocks) < enough * wordsOf(simple)) {
    notes.push({ what: 'mail_plain' })
    return simple
  }
  notes.push(...rich.notes)
  return rich.blocks
}

function plainBlocks(part: Part, notes: ImportNote[]): ExtractedBlock[] {
  const text = textOf(part, notes)
  const isMarkup =
    part.type === 'text/enriched' ||
    (part.type === 'text/plain' && /^\s*<(?:!doctype html|html|p|div)\b/i.test(text))
  if (isMarkup) return htmlToBlocks(text).blocks
  const { format, delsp } = part.params
  return plainToBlocks(text, { flowed: /^flowed$/i.test(format ?? ''), delsp: /^yes$/i.test(delsp ?? '') })
}

/** A part's text, by what it says of its encoding where that is true. */
function textOf({ bytes, params }: Part, notes: ImportNote[]): string {
  // Nothing but white space is no failure here: the mail's text may be in another part.
  if (!bytes.some((byte) => byte > 0x20)) return ''
  const isWide = /utf-?(?:16|32)|ucs/i.test(params.charset ?? '')
  // A stray zero byte is the fault of some program on the way, and no reason to lose the mail.
  const clean = isWide || !bytes.includes(0) ? bytes : bytes.filter((byte) => byte !== 0)
  const { text, encoding, certain } = decodeBytes(clean, params.charset)
  if (!certain) notes.push({ what: 'mail_encoding', detail: encoding })
  return text
}

/** Words without addresses of pages, which plain text spells out. */
function wordsOf(blocks: readonly ExtractedBlock[]): number {
  return blocks.reduce(
    (sum, { text }) => sum + (text.replace(/https?:\/\/\S+/g, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  )
}

function withoutText(
  { attachments, encrypted, images }: MailContents,
  title: string,
  notes: ImportNote[],
): ExtractedBlock[] {
  if (encrypted) {
    throw new CrossreadError(
      'file_unreadable',
      'This mail is encrypted. Open it in your mail program, save it there without encryption and import that.',
    )
  }
  if (attachments.length === 0) {
    const reason =
      images > 0 ? 'There are only pictures in this mail, no text.' : 'There is no text in this mail.'
    throw new CrossreadError('file_unreadable', reason)
  }
  notes.push({ what: 'mail_no_text' })
  return [{ kind: 'paragraph', level: 0, text: title || attachments.map(({ name }) => name).join(', ') }]
}

function noteContents({ images, attachments }: MailContents, notes: ImportNote[]): void {
  if (images > 0) notes.push({ what: 'mail_images', count: images })
  if (
    attachments.some(
      ({ name, mediaType }) => mediaType === 'application/ms-tnef' || /^winmail\.dat$/i.test(name),
    )
  ) {
    notes.push({ what: 'mail_winmail' })
  }
}
