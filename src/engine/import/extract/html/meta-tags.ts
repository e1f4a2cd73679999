import { attribute, elementsIn, type HtmlElement, textOf } from './tree.ts'

/** What stands in a page's head, by name in lower case: `og:title`, `citation_author`, `dc.date`. */
export interface MetaTags {
  /** The first that has a value. */
  first(...names: string[]): string
  all(...names: string[]): string[]
  title: string
  canonical: string
  language: string
}

export function readMetaTags(page: HtmlElement): MetaTags {
  const values = new Map<string, string[]>()
  let title = ''
  let canonical = ''
  let language = ''
  for (const element of elementsIn(page)) {
    if (element.name === 'html') language = attribute(element, 'lang') || attribute(element, 'xml:lang')
    else if (element.name === 'title' && title === '') title = textOf(element)
    else if (element.name === 'link' && /(?:^|\s)canonical(?:$|\s)/i.test(attribute(element, 'rel')))
      canonical ||= attribute(element, 'href').trim()
    else if (element.name === 'meta') {
      const content = attribute(element, 'content').trim()
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = attribute(element, key).trim().toLowerCase()
        if (name !== '' && content !== '')
          values.set(name, [...(values.get(name) ?? []).slice(0, 100), content])
      }
    }
  }
  const all = (...names: string[]) => names.flatMap((name) => values.get(name) ?? [])
  return { first: (...names) => all(...names)[0] ?? '', all, title, canonical, language }
}
