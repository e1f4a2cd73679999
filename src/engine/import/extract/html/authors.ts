import type { CslName } from '#shared/model.ts'
import { isThing, listOf, type Thing, textValue, typesOf } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'
import { isNobody, peopleOf, sameName } from './people.ts'
import { attribute, elementsIn, type HtmlElement, nameTags, textOf } from './tree.ts'

const mostAuthors = 100
const mostLinked = 4

/** Who wrote a page's article: by its metadata, else by what is marked up as its byline. */
export function authorsOf(page: HtmlElement, tags: MetaTags, thing: Thing, site: string): CslName[] {
  const sources: (() => CslName[])[] = [
    () => tags.all('citation_author').flatMap(peopleOf),
    () => listOf(thing.author).slice(0, mostAuthors).flatMap(ofThing),
    () =>
      tags
        .all(
          'author',
          'article:author',
          'og:article:author',
          'dc.creator',
          'dcterms.creator',
          'parsely-author',
          'byl',
          'sailthru.author',
          'cxenseparse:author',
        )
        .flatMap(peopleOf),
    () => markedUp(page),
  ]
  for (const read of sources) {
    const names = unique(read()).filter((name) => !isNobody(name))
    const people = names.filter((name) => !sameName(name, { literal: site }))
    if (people.length > 0) return people.slice(0, mostAuthors)
  }
  return []
}

function ofThing(author: unknown): CslName[] {
  if (!isThing(author)) return peopleOf(textValue(author))
  const name = textValue(author.name)
  if (name === '') return []
  return typesOf(author).some((type) => /Organization/.test(type)) ? [{ literal: name }] : peopleOf(name)
}

/** The first byline of the page; what links to an author's page goes before what is only named so. */
function markedUp(page: HtmlElement): CslName[] {
  const links: string[] = []
  const bylines: string[] = []
  for (const element of elementsIn(page)) {
    const text = () => textOf(element, 300).trim()
    if (
      /(?:^|\s)author(?:$|\s)/i.test(attribute(element, 'rel')) ||
      /(?:^|\s)author(?:$|\s)/i.test(attribute(element, 'itemprop'))
    )
      links.push(text())
    else if (
      /(?:^|[\s_-])(?:byline|author-?name|article-?author|post-?author|entry-?author)(?:$|[\s_-])/.test(
        nameTags(element),
      )
    )
      bylines.push(text())
    if (links.length + bylines.length > 50) break
  }
  const short = (text: string) => text !== '' && text.length < 150
  const linked = links.filter(short).flatMap(peopleOf)
  // A byline that holds the linked name names those without a page of their own too.
  const around = bylines.filter(
    (text) => short(text) && linked.some((name) => text.includes(name.family ?? name.literal ?? '')),
  )
  const together = around
    .map(peopleOf)
    .find(
      (names) =>
        unique(linked).length > 0 && linked.every((name) => names.some((other) => sameName(other, name))),
    )
  if (together !== undefined) return together
  // Many different names are those of the other articles that the page points to.
  const plausible = unique(linked).length > mostLinked ? linked.slice(0, 1) : linked
  return plausible.length > 0 ? plausible : bylines.filter(short).slice(0, 1).flatMap(peopleOf)
}

function unique(names: CslName[]): CslName[] {
  return names.filter((name, index) => names.findIndex((other) => sameName(other, name)) === index)
}
