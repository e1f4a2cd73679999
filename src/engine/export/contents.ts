import type { CallEngine } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import type {
  Annotation,
  ClaimSummary,
  LinkView,
  NotebookInfo,
  NoteSummary,
  ObjectRef,
  Relation,
  SourceSummary,
} from '#shared/model.ts'
import { excludedPassages, type Passage } from './excluded.ts'

/** Everything of a notebook but the texts, which are read one source at a time. */
export interface NotebookContents {
  info: NotebookInfo
  sources: SourceSummary[]
  /** By source, in the order of the text. */
  annotations: Map<string, Annotation[]>
  /** What was taken out of each source: its text is written nowhere. */
  excluded: Map<string, Passage[]>
  claims: ClaimSummary[]
  notes: NoteSummary[]
  links: LinkView[]
  /** Every link under both of its ends, by `refKey`. */
  linksOf: Map<string, LinkView[]>
  relations: Map<string, Relation>
}

/** One string for a reference, to key a map with. */
export function refKey(ref: ObjectRef): string {
  return `${ref.kind}:${ref.id}`
}

/** Reads the notebook's objects. They come in an order that does not change between exports of the same notebook. */
export async function readContents(call: CallEngine): Promise<NotebookContents> {
  const links = byId(await call('links.list', {}))
  return {
    info: await call('notebook.info', {}),
    sources: byId(await call('sources.list', {})),
    annotations: bySource(await call('annotations.list', {})),
    excluded: excludedPassages(await call('flags.list', {})),
    claims: (await call('claims.list', {})).toSorted((a, b) => a.number - b.number),
    notes: byId(await call('notes.list', {})),
    links,
    linksOf: byEnd(links),
    relations: new Map((await call('relations.list', {})).map((relation) => [relation.id, relation])),
  }
}

/**
 * Reads one object, or gives null where it is gone. An export reads between other calls rather than from a snapshot, so
 * an object of the list may have been deleted meanwhile: it is left out, and links that name it lead nowhere.
 */
export async function unlessGone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof CrossreadError && error.code === 'not_found') return null
    throw error
  }
}

/** Ids sort by the time they were made. */
function byId<T extends { id: string }>(objects: T[]): T[] {
  return objects.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function bySource(annotations: Annotation[]): Map<string, Annotation[]> {
  const sorted = byId(annotations).toSorted((a, b) => a.start - b.start || a.end - b.end)
  return Map.groupBy(sorted, (annotation) => annotation.sourceId)
}

function byEnd(links: LinkView[]): Map<string, LinkView[]> {
  const result = new Map<string, LinkView[]>()
  for (const link of links) {
    for (const key of new Set([refKey(link.from), refKey(link.to)])) {
      const list = result.get(key)
      if (list) list.push(link)
      else result.set(key, [link])
    }
  }
  return result
}
