import { strToU8, type Zippable, zipSync } from 'fflate'

/** A file that was made to do harm, or that harm was done to. */
export interface HostileFile {
  name: string
  bytes: Uint8Array
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** So many bytes of words on one line, after `before`. */
export function oneLine(bytes: number, before = '', after = ''): Uint8Array {
  const words = 'The ferry ran aground at noon, the coast guard said. '
  return utf8(before + words.repeat(Math.ceil((bytes - before.length) / words.length)) + after)
}

const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`

/** A Word document of these paragraphs, given as XML, and what may stand before its root element. */
export function docx(body: string, before = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return zipSync({
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(relationships),
    'word/document.xml': strToU8(
      `${before}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

export const docxParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** An OpenDocument text of this XML. */
export function odt(body: string, before = ''): Uint8Array {
  const space = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
  const content = `${before}<office:document-content ${space('office')} ${space('text')} ${space('table')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

/** An e-book of one chapter. */
export function epub(chapter: string, others: Zippable = {}): Uint8Array {
  const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`
  const book = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title></metadata>
    <manifest><item id="c" href="chapter.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="c"/></spine></package>`
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'book.opf': strToU8(book),
    'chapter.xhtml': strToU8(chapter),
    ...others,
  })
}

/** A PDF of these objects, the first of them its catalogue. */
export function pdf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

/** A stream for a PDF. */
export function pdfStream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`
}

/** What expands to three thousand million characters for whoever expands it. */
export const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "ha">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}]>`

/** What shows a file of the reader's machine to whoever loads it. */
export const outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'

/** A zip in a zip, and so on, `depth` times around one file. */
export function nested(depth: number, name: string, bytes: Uint8Array): Uint8Array {
  let inside: HostileFile = { name, bytes }
  for (let level = depth; level > 0; level--) {
    inside = { name: `${level}.zip`, bytes: zipSync({ [inside.name]: inside.bytes }) }
  }
  return inside.bytes
}

/** Says in the directory of a zip, and before its file, that the file unpacks to so many bytes. */
export function lyingSize(zip: Uint8Array, size: number): Uint8Array {
  const lying = Buffer.from(zip)
  const directory = lying.indexOf('PK\u0001\u0002', 0, 'latin1')
  lying.writeUInt32LE(size, 22)
  lying.writeUInt32LE(size, directory + 24)
  return lying
}

/** Lets every entry of a zip's directory stand for the first file. */
export function overlapping(zip: Uint8Array): Uint8Array {
  const all = Buffer.from(zip)
  const first = all.indexOf('PK\u0001\u0002', 0, 'latin1')
  const facts = all.subarray(first + 10, first + 28)
  for (let at = first; at >= 0; at = all.indexOf('PK\u0001\u0002', at + 1, 'latin1')) {
    facts.copy(all, at + 10)
    all.writeUInt32LE(0, at + 42)
  }
  return all
}

/** Marks the first file of a zip as one with a password. */
export function encrypted(zip: Uint8Array): Uint8Array {
  const marked = Buffer.from(zip)
  marked.writeUInt16LE(marked.readUInt16LE(6) | 1, 6)
  const directory = marked.indexOf('PK\u0001\u0002', 0, 'latin1')
  marked.writeUInt16LE(marked.readUInt16LE(directory + 8) | 1, directory + 8)
  return marked
}
