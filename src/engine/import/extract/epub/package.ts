import { CrossreadError } from '#shared/errors.ts'
import { type Archive, damaged, openArchive } from '../archive.ts'
import { child, children, descendants, type Prefixes, parseXml, type XmlElement } from '../office/xml.ts'

export const what = 'e-book'

export const prefixes: Prefixes = {
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'http://www.idpf.org/2007/opf': '',
  'http://openebook.org/namespaces/oeb-package/1.0/': '',
  'http://www.daisy.org/z3986/2005/ncx/': '',
  'http://www.w3.org/1999/xhtml': '',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
  'http://www.idpf.org/2007/ops': 'epub',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  '': '',
}

export interface BookPart {
  /** Its path in the archive. */
  path: string
  mediaType: string
  properties: string[]
}

/** A book as its package document lays it out. */
export interface Book {
  archive: Archive
  metadata: XmlElement | undefined
  /** In reading order. */
  spine: BookPart[]
  /** The tables of contents: of EPUB 3, then of EPUB 2. */
  contents: BookPart[]
  /** Parts that the guide calls cover or contents. */
  guided: Set<string>
}

/** Opens an .epub of version 2 or 3. Throws `file_unreadable` where it is damaged or protected against copying. */
export async function openBook(bytes: Uint8Array): Promise<Book> {
  const archive = await openArchive(bytes, { what })
  await refuseProtected(archive)
  const path = await packagePath(archive)
  const root = parseXml(await archive.text(path), prefixes, what)
  const parts = new Map(
    children(child(root, 'manifest'), 'item').map((item) => [item.attributes.id, partOf(item, path)]),
  )
  const spine = child(root, 'spine')
  const ncx =
    parts.get(spine?.attributes.toc) ?? [...parts.values()].find(({ mediaType }) => mediaType === ncxType)
  const nav = [...parts.values()].find(({ properties }) => properties.includes('nav'))
  return {
    archive,
    metadata: child(root, 'metadata'),
    spine: children(spine, 'itemref').flatMap(({ attributes }) => parts.get(attributes.idref) ?? []),
    contents: [nav, ncx].filter((part) => part !== undefined),
    guided: new Set(
      children(child(root, 'guide'), 'reference')
        .filter(({ attributes }) => /^(?:cover|toc)$/i.test(attributes.type ?? ''))
        .map(({ attributes }) => resolvePath(path, attributes.href ?? '').path),
    ),
  }
}

const ncxType = 'application/x-dtbncx+xml'

function partOf({ attributes }: XmlElement, packageDocument: string): BookPart {
  return {
    path: resolvePath(packageDocument, attributes.href ?? '').path,
    mediaType: (attributes['media-type'] ?? '').toLowerCase(),
    properties: (attributes.properties ?? '').split(/\s+/),
  }
}

async function packagePath(archive: Archive): Promise<string> {
  if (archive.has('META-INF/container.xml')) {
    const container = parseXml(await archive.text('META-INF/container.xml'), prefixes, what)
    const paths = descendants(container, 'rootfile').map(({ attributes }) => attributes['full-path'] ?? '')
    const found = paths.map((path) => resolvePath('', path).path).find(archive.has)
    if (found !== undefined) return found
  }
  const other = archive.names.find((name) => name.toLowerCase().endsWith('.opf'))
  if (other === undefined) throw damaged(what, 'it does not say what is in it')
  return other
}

/** Fonts may be scrambled so that they serve this book alone; everything else that is encrypted is the text. */
const fontScrambling = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

async function refuseProtected(archive: Archive): Promise<void> {
  if (!archive.has('META-INF/encryption.xml')) return
  const root = parseXml(await archive.text('META-INF/encryption.xml'), prefixes, what)
  const isLocked = descendants(root, 'enc:EncryptedData').some((data) => {
    const method = child(data, 'enc:EncryptionMethod')?.attributes.Algorithm ?? ''
    return !fontScrambling.has(method)
  })
  if (!isLocked) return
  throw new CrossreadError(
    'file_unreadable',
    'This e-book is protected against copying (DRM) and can only be read in its shop’s own program. Import a copy without protection.',
  )
}

/** Where a reference in one part of the archive leads: a path without `..`, and the name of a place there. */
export function resolvePath(from: string, href: string): { path: string; fragment: string } {
  const [address = '', fragment = ''] = href.split('#', 2)
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  const steps: string[] = []
  const whole = address === '' ? from : address.startsWith('/') ? address : `${folder}${address}`
  for (const step of unescaped(whole.split('?')[0] ?? '').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return { path: steps.join('/'), fragment: unescaped(fragment) }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
