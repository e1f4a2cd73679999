import { SaxesParser } from 'saxes'
import { CrossreadError } from '#shared/errors.ts'
import { damaged } from '../archive.ts'

/** An element of a document. Names carry the prefix that the caller gave their namespace, whatever the document calls it. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string | undefined>>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

/** The prefix to call each namespace by. Names of other namespaces get `?`, so that they are like nothing known. */
export type Prefixes = Readonly<Record<string, string | undefined>>

/** No document that a person wrote nests deeper, and walking one must not exhaust the stack. */
const deepest = 400

/** Characters of one part. Its tree takes some thirty times as many bytes of memory. */
const longest = 30_000_000

/**
 * Reads XML into a tree. Nothing is loaded and no entity is expanded but the five of XML and numbers: others stay as
 * they are written. What is not well-formed is read as far as it makes sense, as browsers do.
 * Throws `file_unreadable` for what nests too deep, is too long or holds no element; `what` names the file in the reason.
 */
export function parseXml(text: string, prefixes: Prefixes, what: string): XmlElement {
  if (text.length > longest) {
    const reason = `This ${what} holds more than can be read at once. Split it and import the parts.`
    throw new CrossreadError('file_unreadable', reason)
  }
  const nameOf = namer(prefixes)
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => undefined)
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw damaged(what, 'its parts are nested too deep')
    const element: XmlElement = {
      name: nameOf(tag.uri, tag.local),
      attributes: attributesOf(tag.attributes, nameOf),
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const addText = (piece: string) => open.at(-1)?.children.push(piece)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  const first = root.children.find(isElement)
  if (first === undefined) throw damaged(what, 'a part of it is empty')
  return first
}

interface Attribute {
  uri: string
  local: string
  prefix: string
  value: string
}

const noAttributes: XmlElement['attributes'] = Object.freeze({})

function attributesOf(found: Record<string, Attribute>, nameOf: Namer): XmlElement['attributes'] {
  let attributes: Record<string, string> | undefined
  for (const key in found) {
    const attribute = found[key]
    if (attribute === undefined || attribute.prefix === 'xmlns' || key === 'xmlns') continue
    attributes ??= {}
    attributes[attribute.prefix === '' ? key : nameOf(attribute.uri, attribute.local)] = attribute.value
  }
  return attributes ?? noAttributes
}

type Namer = (uri: string, local: string) => string

/** Documents have a hundred thousand elements of a few dozen names: each is put together once. */
function namer(prefixes: Prefixes): Namer {
  const known = new Map<string, Map<string, string>>()
  return (uri, local) => {
    const names = known.get(uri) ?? new Map<string, string>()
    if (names.size === 0) known.set(uri, names)
    const name = names.get(local) ?? prefixed(uri, local, prefixes)
    names.set(local, name)
    return name
  }
}

function prefixed(uri: string, local: string, prefixes: Prefixes): string {
  const prefix = uri === xmlNamespace ? 'xml' : Object.hasOwn(prefixes, uri) ? prefixes[uri] : '?'
  return prefix === '' ? local : `${prefix}:${local}`
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name)
}

/** All children of that name, in order. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((node): node is XmlElement => isElement(node) && node.name === name) ?? []
}

/** All elements of that name below this one, in order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (node: XmlNode) => {
    if (!isElement(node)) return
    if (node.name === name) found.push(node)
    node.children.forEach(visit)
  }
  element?.children.forEach(visit)
  return found
}

/** All text below an element, trimmed; undefined where there is none. */
export function textOf(node: XmlNode | undefined): string | undefined {
  const collect = (part: XmlNode): string => (isElement(part) ? part.children.map(collect).join('') : part)
  const text = node === undefined ? '' : collect(node).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}
