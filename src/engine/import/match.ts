import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SourceMetadata } from '#shared/model.ts'
import { listMatchable, type MatchableSource } from '../store/bibliography.ts'
import type { Db } from '../store/database.ts'
import { doiOf, isTelling, nameWords, titleKey, urlKey, yearOf } from './identity.ts'

/** What an entry of a bibliography, or a document, says of itself. */
export interface Described {
  title: string
  metadata: SourceMetadata
}

/** Finds the source that a description is of, by keys that are made once. */
export interface Matcher {
  /**
   * The source that an entry of a bibliography describes, or null. In order: the same DOI; the same address; the same
   * title with the same year, where that is one source alone and nothing speaks against it.
   */
  matchEntry(entry: Described): string | null
  /** The source without a text that a document is the text of, or null. */
  matchDocument(document: Described): string | null
  /** Lets later ones match a source that was just made or changed. */
  add(source: MatchableSource): void
}

interface Known {
  id: string
  hasText: boolean
  doi: string | null
  url: string | null
  year: number | null
  names: Set<string>
}

/** Sources read in one go, between which others get their turn. */
const page = 1_000

/**
 * Reads what the sources of a notebook can be known by. Where documents alone are matched, `withoutText` leaves out all
 * sources that have a text: none of those is ever a document's match. Other calls may run in between, so a match has to
 * be looked up before it is used.
 */
export async function buildMatcher(db: Db, { withoutText = false } = {}): Promise<Matcher> {
  const matcher = new KeyMatcher()
  let after = ''
  for (;;) {
    const sources = listMatchable(db, { after, limit: page, withoutText })
    for (const source of sources) matcher.add(source)
    const last = sources.at(-1)
    if (last === undefined || sources.length < page) return matcher
    after = last.id
    await nextTurn()
  }
}

class KeyMatcher implements Matcher {
  readonly #known = new Map<string, Known>()
  readonly #byDoi = new Map<string, string[]>()
  readonly #byUrl = new Map<string, string[]>()
  readonly #byTitle = new Map<string, string[]>()

  add({ id, title, metadata, hasText }: MatchableSource): void {
    const known = keysOf(id, metadata, hasText)
    this.#known.set(id, known)
    if (known.doi !== null) put(this.#byDoi, known.doi, id)
    if (known.url !== null) put(this.#byUrl, known.url, id)
    put(this.#byTitle, titleKey(title), id)
  }

  matchEntry(entry: Described): string | null {
    return this.#match(entry, () => true)
  }

  matchDocument(document: Described): string | null {
    return this.#match(document, ({ hasText }) => !hasText)
  }

  #match({ title, metadata }: Described, mayBe: (known: Known) => boolean): string | null {
    const wanted = keysOf('', metadata, false)
    const find = (keys: Map<string, string[]>, key: string | null) =>
      (key === null ? [] : (keys.get(key) ?? [])).flatMap((id) => {
        const known = this.#known.get(id)
        return known !== undefined && mayBe(known) ? [known] : []
      })
    const [same] = find(this.#byDoi, wanted.doi)
    if (same !== undefined) return same.id
    const [there] = find(this.#byUrl, wanted.url).filter(({ doi }) => agree(doi, wanted.doi))
    if (there !== undefined) return there.id
    const key = titleKey(title)
    const [found, other] = find(this.#byTitle, key === '' ? null : key).filter((known) =>
      isSameWork(known, wanted, isTelling(key)),
    )
    return found === undefined || other !== undefined ? null : found.id
  }
}

/** Whether two works of the same title are one: nothing that both say differs, and enough is said. */
function isSameWork(known: Known, wanted: Known, titleTells: boolean): boolean {
  const year = agree(known.year, wanted.year)
  if (!year || !agree(known.doi, wanted.doi) || !agree(known.url, wanted.url)) return false
  const named = known.names.size > 0 && wanted.names.size > 0
  const sameNames = named && [...wanted.names].some((word) => known.names.has(word))
  if (named && !sameNames) return false
  const bothYears = known.year !== null && wanted.year !== null
  if (titleTells) return bothYears || known.year !== wanted.year || sameNames
  return known.year === wanted.year && sameNames
}

/** Whether two values are the same, or one is missing. */
function agree<T>(one: T | null, other: T | null): boolean {
  return one === null || other === null || one === other
}

function keysOf(id: string, metadata: SourceMetadata, hasText: boolean): Known {
  return {
    id,
    hasText,
    doi: doiOf(metadata),
    url: urlKey(metadata.URL),
    year: yearOf(metadata),
    names: nameWords(metadata),
  }
}

function put(keys: Map<string, string[]>, key: string, id: string): void {
  const ids = keys.get(key)
  if (ids === undefined) keys.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

/**
 * What a source knows of itself, and what it did not know and was told. Whatever stands there already stays as it is:
 * the researcher may have written it. `gained` names the fields that are new; the order of fields is `existing`'s.
 */
export function mergeMetadata(
  existing: SourceMetadata,
  found: SourceMetadata,
): { metadata: SourceMetadata; gained: (keyof SourceMetadata)[] } {
  const known = Object.entries(existing).filter(([, value]) => !isEmpty(value))
  const names = new Set(known.map(([name]) => name))
  const added = Object.entries(found).filter(([name, value]) => !names.has(name) && !isEmpty(value))
  return {
    metadata: Object.fromEntries([...known, ...added]),
    gained: added.map(([name]) => name as keyof SourceMetadata),
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
