import { extname } from 'node:path'
import { CrossreadError } from '#shared/errors.ts'

const markdown = new Set(['.md', '.markdown'])

/** Kinds of files that are known to be something else than text, or text that means something else than it says. */
const other = new Set(
  [
    '.pdf .ps .djvu .doc .docx .odt .rtf .pages .htm .html .xhtml .mht .mhtml .epub .mobi .azw3 .eml .msg',
    '.xls .xlsx .ods .numbers .ppt .pptx .odp .key .crossread .sqlite .db .qdpx',
    '.png .jpg .jpeg .gif .webp .bmp .tif .tiff .heic .avif .svg .psd .ico',
    '.mp3 .m4a .wav .ogg .opus .flac .mp4 .m4v .mkv .mov .avi .webm',
    '.zip .gz .tgz .bz2 .xz .zst .7z .rar .tar .iso .dmg .exe .dll .so .bin',
  ]
    .join(' ')
    .split(' '),
)

/**
 * The media type of a file by the ending of its name. An ending that says nothing (`U.S. memo`, `report.v2`) is taken for
 * plain text: whether it is text shows when it is decoded. Throws `file_unreadable` for a kind that is known not to be.
 */
export function mediaTypeOf(name: string): string {
  const ending = extname(name).toLowerCase()
  if (markdown.has(ending)) return 'text/markdown'
  if (!other.has(ending)) return 'text/plain'
  throw new CrossreadError(
    'file_unreadable',
    `Files of the kind “${ending}” cannot be read yet; plain text and Markdown can.`,
  )
}
