import { CrossreadError } from '#shared/errors.ts'
import { damaged, openArchive, protectedByPassword } from '../archive.ts'
import { children, type Prefixes, parseXml, type XmlElement } from '../office/xml.ts'

export const what = 'Word file'

const office = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'

/** Both editions of the standard by the same prefixes, those that its own examples use. */
const prefixes: Prefixes = {
  [`${office}/wordprocessingml/2006/main`]: 'w',
  [`${strict}/wordprocessingml/main`]: 'w',
  [`${office}/officeDocument/2006/relationships`]: 'r',
  [`${strict}/officeDocument/relationships`]: 'r',
  [`${office}/officeDocument/2006/math`]: 'm',
  [`${strict}/officeDocument/math`]: 'm',
  [`${office}/drawingml/2006/picture`]: 'pic',
  [`${strict}/drawingml/picture`]: 'pic',
  [`${office}/markup-compatibility/2006`]: 'mc',
  [`${office}/package/2006/relationships`]: '',
  [`${office}/package/2006/metadata/core-properties`]: 'cp',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg',
}

export interface Relationship {
  type: string
  /** An address, or the path of a part. */
  target: string
  external: boolean
}

/** The parts of a Word document, by what they are for. */
export interface WordPackage {
  main: XmlElement
  /** The part of the given type, such as `footnotes`, that the main document refers to; undefined where there is none. */
  part: (type: string) => Promise<{ root: XmlElement; relationships: Map<string, Relationship> } | undefined>
  relationships: Map<string, Relationship>
  core: XmlElement | undefined
}

interface Parts {
  /** Undefined where there is no such part. Names of parts do not tell capitals from small letters. */
  xml: (path: string) => Promise<XmlElement | undefined>
  paths: string[]
}

/** Opens a .docx. Throws `file_unreadable` where it is damaged, protected, or no Word document. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  const parts = startsWith(bytes, '<') ? flatParts(bytes) : await zippedParts(bytes)
  const roots = await relationshipsOf(parts, '')
  const mainPath =
    [...roots.values()].find(({ type }) => type === 'officeDocument')?.target ??
    parts.paths.find((path) => /^word\/document\d*\.xml$/i.test(path))
  const main = mainPath === undefined ? undefined : await parts.xml(mainPath)
  if (mainPath === undefined || main === undefined) throw damaged(what, 'there is no document in it')
  if (main.name !== 'w:document') throw notWord()
  const relationships = await relationshipsOf(parts, mainPath)
  const corePath = [...roots.values()].find(({ type }) => type === 'core-properties')?.target
  return {
    main,
    relationships,
    core: corePath === undefined ? undefined : await parts.xml(corePath),
    part: async (type) => {
      const path = [...relationships.values()].find((each) => each.type === type && !each.external)?.target
      const root = path === undefined ? undefined : await parts.xml(path)
      if (path === undefined || root === undefined) return undefined
      return { root, relationships: await relationshipsOf(parts, path) }
    },
  }
}

function notWord(): CrossreadError {
  return new CrossreadError('file_unreadable', 'This is not a document of Word, whatever its name says.')
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 64))
  return head.trimStart().startsWith(mark)
}

async function zippedParts(bytes: Uint8Array): Promise<Parts> {
  refuseOldOffice(bytes)
  const archive = await openArchive(bytes, { what })
  const byLowerCase = new Map(archive.names.map((name) => [name.toLowerCase(), name]))
  return {
    paths: archive.names,
    xml: async (path) => {
      const name = byLowerCase.get(path.toLowerCase())
      return name === undefined ? undefined : parseXml(await archive.text(name), prefixes, what)
    },
  }
}

/** The one-file form, “Flat OPC”: all parts in one XML document. */
function flatParts(bytes: Uint8Array): Parts {
  const root = parseXml(new TextDecoder().decode(bytes), prefixes, what)
  if (root.name !== 'pkg:package') throw notWord()
  const found = new Map<string, XmlElement>()
  for (const part of children(root, 'pkg:part')) {
    const [data] = children(part, 'pkg:xmlData')
    const content = data?.children.find((node): node is XmlElement => typeof node !== 'string')
    const name = part.attributes['pkg:name']?.replace(/^\//, '')
    if (name !== undefined && content !== undefined) found.set(name.toLowerCase(), content)
  }
  return { paths: [...found.keys()], xml: async (path) => found.get(path.toLowerCase()) }
}

const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The container of Word 97-2003 files and of new ones behind a password: the latter name their streams in UTF-16. */
function refuseOldOffice(bytes: Uint8Array): void {
  if (!oleMark.every((byte, index) => bytes[index] === byte)) return
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw protectedByPassword(what)
  throw new CrossreadError(
    'file_unreadable',
    'This is a file of Word 97-2003 (.doc). Save it as .docx and import that.',
  )
}

async function relationshipsOf(parts: Parts, path: string): Promise<Map<string, Relationship>> {
  const slash = path.lastIndexOf('/') + 1
  const folder = path.slice(0, slash)
  const root = await parts.xml(`${folder}_rels/${path.slice(slash)}.rels`)
  return new Map(
    children(root, 'Relationship').map(({ attributes }) => {
      const external = attributes.TargetMode === 'External'
      const target = attributes.Target ?? ''
      const type = (attributes.Type ?? '').replace(/^.*\//, '')
      return [attributes.Id ?? '', { type, external, target: external ? target : resolve(folder, target) }]
    }),
  )
}

/** The path of a part from one relative to a folder; nothing leads out of the archive. */
function resolve(folder: string, target: string): string {
  const path: string[] = []
  const whole = target.startsWith('/') ? target : `${folder}${target}`
  for (const step of whole.replace(/\\/g, '/').split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
