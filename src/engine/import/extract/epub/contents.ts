import { child, descendants, parseXml, textOf, type XmlElement } from '../office/xml.ts'
import { type Book, prefixes, resolvePath, what } from './package.ts'

/** The titles that the tables of contents give to parts as a whole, by path. */
export async function readContents({ archive, contents }: Book): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const { path } of contents) {
    if (!archive.has(path)) continue
    const root = parseXml(await archive.text(path), prefixes, what)
    for (const { href, title } of root.name === 'ncx' ? ncxEntries(root) : navEntries(root)) {
      const target = resolvePath(path, href)
      if (title !== undefined && !titles.has(target.path)) titles.set(target.path, title)
    }
  }
  return titles
}

interface Entry {
  href: string
  title: string | undefined
}

function ncxEntries(root: XmlElement): Entry[] {
  return descendants(child(root, 'navMap'), 'navPoint').map((point) => ({
    href: child(point, 'content')?.attributes.src ?? '',
    title: textOf(child(child(point, 'navLabel'), 'text')),
  }))
}

/** Of the lists in a navigation document, the one that is the table of contents. */
function navEntries(root: XmlElement): Entry[] {
  const lists = descendants(root, 'nav')
  const contents = lists.find(({ attributes }) => /\btoc\b/.test(attributes['epub:type'] ?? '')) ?? lists[0]
  return descendants(contents, 'a').map((link) => ({ href: link.attributes.href ?? '', title: textOf(link) }))
}

/** Whether a chapter's file, by what it calls itself, is the cover or the table of contents. */
export function isFrame(html: string): boolean {
  const types = [
    ...html.slice(0, 20_000).matchAll(/<(?:body|section|nav|div)\b[^>]*\sepub:type=["']([^"']*)["']/g),
  ]
  const [first] = types
  return /(?:^|\s)(?:cover|toc|landmarks|page-list)(?:\s|$)/.test(first?.[1] ?? '') && types.length === 1
}
