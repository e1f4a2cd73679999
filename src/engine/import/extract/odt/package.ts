import { CrossreadError } from '#shared/errors.ts'
import { damaged, openArchive, protectedByPassword } from '../archive.ts'
import { child, type Prefixes, parseXml, type XmlElement } from '../office/xml.ts'

const what = 'OpenDocument text'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const older = 'http://openoffice.org/2000'

/** OpenDocument and what OpenOffice.org 1 wrote before it, by the same prefixes. */
const prefixes: Prefixes = {
  [`${oasis}:office:1.0`]: 'office',
  [`${oasis}:text:1.0`]: 'text',
  [`${oasis}:table:1.0`]: 'table',
  [`${oasis}:style:1.0`]: 'style',
  [`${oasis}:drawing:1.0`]: 'draw',
  [`${oasis}:svg-compatible:1.0`]: 'svg',
  [`${oasis}:meta:1.0`]: 'meta',
  [`${oasis}:manifest:1.0`]: 'manifest',
  [`${older}/office`]: 'office',
  [`${older}/text`]: 'text',
  [`${older}/table`]: 'table',
  [`${older}/style`]: 'style',
  [`${older}/drawing`]: 'draw',
  [`${older}/meta`]: 'meta',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

/** The parts of a text document; of the one-file form they are all the same element. */
export interface TextDocument {
  text: XmlElement
  /** Elements that hold `office:styles` and `office:automatic-styles`. */
  styles: XmlElement[]
  meta: XmlElement | undefined
}

/** Opens an .odt, .ott or .fodt. Throws `file_unreadable` where it is damaged, protected, or holds no text. */
export async function openTextDocument(bytes: Uint8Array): Promise<TextDocument> {
  const head = new TextDecoder().decode(bytes.subarray(0, 64))
  return head.replace('\ufeff', '').trimStart().startsWith('<') ? flat(bytes) : await zipped(bytes)
}

async function zipped(bytes: Uint8Array): Promise<TextDocument> {
  const archive = await openArchive(bytes, { what })
  const part = async (name: string) =>
    archive.has(name) ? parseXml(await archive.text(name), prefixes, what) : undefined
  if (archive.has('encrypted-package')) throw protectedByPassword(what)
  const manifest = archive.has('META-INF/manifest.xml') ? await archive.text('META-INF/manifest.xml') : ''
  if (/<(?:\w+:)?encryption-data\b/.test(manifest)) throw protectedByPassword(what)
  const content = await part('content.xml')
  if (content === undefined) throw damaged(what, 'there is no text in it')
  const styles = await part('styles.xml')
  const meta = await part('meta.xml')
  return {
    text: bodyOf(content),
    styles: styles === undefined ? [content] : [content, styles],
    meta: child(meta, 'office:meta'),
  }
}

function flat(bytes: Uint8Array): TextDocument {
  const root = parseXml(new TextDecoder().decode(bytes), prefixes, what)
  return { text: bodyOf(root), styles: [root], meta: child(root, 'office:meta') }
}

/** OpenOffice.org 1 had no `office:text` in the body. */
function bodyOf(root: XmlElement): XmlElement {
  const body = child(root, 'office:body')
  if (body === undefined) throw damaged(what, 'there is no text in it')
  const kind = body.children.find(
    (node): node is XmlElement =>
      typeof node !== 'string' && /^office:(?:spreadsheet|presentation|drawing|chart)$/.test(node.name),
  )
  if (kind === undefined) return child(body, 'office:text') ?? body
  const held =
    kind.name === 'office:spreadsheet'
      ? 'a spreadsheet'
      : kind.name === 'office:presentation'
        ? 'a presentation'
        : 'a drawing'
  throw new CrossreadError('file_unreadable', `This OpenDocument file holds ${held}, not a text.`)
}
