import { extname } from 'node:path'
import { kindOfEnding } from '#shared/documents.ts'
import { CrossreadError } from '#shared/errors.ts'
import type { DocumentKind } from '#shared/model.ts'

/** Endings of files that are known to hold something else than a text. */
const unsupported = new Set(
  [
    '.ps .djvu .pages .mobi .azw .azw3 .fb2 .xls .xlsx .ods .numbers .csv .tsv .ppt .pptx .odp .key',
    '.crossread .sqlite .db .qdpx .xml .png .jpg .jpeg .gif .webp .bmp .tif .tiff .heic .avif .svg .psd .ico',
    '.mp3 .m4a .wav .ogg .opus .flac .mp4 .m4v .mkv .mov .avi .webm .woff .woff2 .ttf .css .js',
    '.gz .tgz .bz2 .xz .zst .7z .rar .tar .iso .dmg .exe .dll .so .bin',
  ]
    .join(' ')
    .split(' '),
)

/** What the person can import, for reasons that name it. */
export const supportedKinds =
  'text, Markdown, web pages (HTML, MHTML, webarchive), PDF, Word (.docx), ODT, RTF, EPUB, mail (.eml, .mbox), bibliographies (BibTeX, RIS, CSL-JSON) and zips of these'

/**
 * How a file is to be read: by its first bytes where they tell, since names lie, and by the ending of its name where
 * not. An ending that says nothing (`U.S. memo`, `report.v2`) is taken for plain text: whether it is text shows when it
 * is decoded. Throws `file_unreadable` for what is known to be something else.
 */
export function kindOf(name: string, bytes: Uint8Array): DocumentKind {
  const ending = extname(name).toLowerCase()
  const kind = byContent(bytes, ending) ?? kindNamed(ending)
  if (kind !== undefined) return kind
  if (unsupported.has(ending)) throw unsupportedKind(`Files of the kind “${ending}” cannot be read.`)
  return byMarkup(bytes) ?? 'text'
}

/** A file may be called `minutes.constructor`. */
function kindNamed(ending: string): DocumentKind | undefined {
  const name = ending.slice(1)
  return Object.hasOwn(kindOfEnding, name) ? kindOfEnding[name] : undefined
}

function byContent(bytes: Uint8Array, ending: string): DocumentKind | undefined {
  const head = latin1(bytes, 0, 1_024)
  // PDF readers accept the mark anywhere near the start; only a file that claims nothing else may have it late.
  if (head.startsWith('%PDF-') || (ending === '.pdf' && head.includes('%PDF-'))) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.startsWith('bplist00')) return 'webarchive'
  if (head.startsWith('PK\u0003\u0004')) return byArchive(bytes, ending)
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return byOle(ending)
  return undefined
}

/** What is in a zip, by the names in its directory and the type that OpenDocument and EPUB put at its start. */
function byArchive(bytes: Uint8Array, ending: string): DocumentKind {
  const start = latin1(bytes, 0, 256)
  if (start.includes('application/epub+zip')) return 'epub'
  if (start.includes('application/vnd.oasis.opendocument.text')) return 'odt'
  const directory = latin1(bytes, Math.max(0, bytes.length - 1_000_000), bytes.length)
  if (directory.includes('word/document') || directory.includes('word/')) return 'docx'
  if (directory.includes('META-INF/container.xml')) return 'epub'
  if (directory.includes('xl/')) throw unsupportedKind('This is a spreadsheet.')
  if (directory.includes('ppt/')) throw unsupportedKind('This is a presentation.')
  const named = kindNamed(ending)
  if (named !== undefined && ['docx', 'odt', 'epub'].includes(named)) return named
  throw unsupportedKind('This is an archive without a document that can be read.')
}

/** The container of old Office files, of Outlook's messages and of encrypted new Office files. */
function byOle(ending: string): DocumentKind {
  // A password turns a .docx into such a container: its extractor says so.
  if (ending === '.docx' || ending === '.docm') return 'docx'
  if (ending === '.msg') {
    throw unsupportedKind('This is a message of Outlook. Save it as .eml and import that.')
  }
  if (ending === '.xls' || ending === '.ppt') throw unsupportedKind('This is an old Office file.')
  throw unsupportedKind('This is a file of Word 97-2003 (.doc). Save it as .docx and import that.')
}

/** Markup that says itself what it is, in a file whose name does not. */
function byMarkup(bytes: Uint8Array): DocumentKind | undefined {
  const head = latin1(bytes, 0, 2_048)
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'html'
  const isMail =
    /^(?:(?:received|return-path|delivered-to|from|message-id|mime-version|date):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}/i
  if (!isMail.test(head)) return undefined
  return /^content-type:\s*multipart\/related/im.test(head) ? 'mhtml' : 'mail'
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)
}

function unsupportedKind(what: string): CrossreadError {
  return new CrossreadError('file_unreadable', `${what} Crossread reads ${supportedKinds}.`)
}
