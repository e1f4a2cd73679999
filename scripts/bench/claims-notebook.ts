import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { insertAnnotation } from '#engine/store/annotations.ts'
import { insertClaim, takeClaimNumber } from '#engine/store/claims.ts'
import { putMute } from '#engine/store/inbox.ts'
import { insertLink } from '#engine/store/links.ts'
import { insertNote } from '#engine/store/notes.ts'
import { insertOrigin } from '#engine/store/origins.ts'
import { listRelations } from '#engine/store/relations.ts'
import { insertOriginal, insertSource, insertText } from '#engine/store/sources.ts'
import { openStore, type Store, setBulkWriting } from '#engine/store/store.ts'
import { addTagging, insertTag } from '#engine/store/tags.ts'
import { newId } from '#shared/ids.ts'
import type { ObjectKind, ObjectRef } from '#shared/model.ts'
import { emptyRichText } from '#shared-editor/text.ts'
import { type Article, seededRandom, streamCorpus } from './corpus.ts'

/** How much a notebook of claims has of everything. */
export interface ClaimsSize {
  sources: number
  claims: number
  links: number
}

/** What a bench works on. The largest claim is the one with the most links. */
export interface ClaimsGround {
  claims: string[]
  annotations: string[]
  largest: string
}

const annotationsASource = 4
const tags = 50
const notes = 200
/** A source in so many shares its origin with the ones before it, up to a group of this size. */
const originSize = 4
const originEvery = 5
const at = '2026-01-01T00:00:00.000Z'

/**
 * Writes sources, passages, claims and links straight into the store, seeded: two runs weigh the same evidence. Claims
 * have links as words have uses: a few have many, most have a handful. Some things are left without any, for the inbox.
 */
export function makeClaimsNotebook(path: string, size: ClaimsSize): ClaimsGround {
  const store = openStore({ path, create: true, indexTerms, indexSignature: tokenizerVersion })
  setBulkWriting(store, true)
  const step = store.journal.begin('import.run')
  const random = seededRandom(6)
  const { value } = store.journal.extend(step, () => fill(store, size, random))
  store.journal.end(step)
  setBulkWriting(store, false)
  store.close()
  return value
}

function fill(store: Store, size: ClaimsSize, random: () => number): ClaimsGround {
  const { db } = store
  const tagIds = range(tags).map((index) => {
    const id = newId()
    insertTag(db, id, `tag ${index}`)
    return id
  })
  const tag = (object: ObjectRef) => addTagging(db, pick(tagIds, random), object)
  const sources = makeSources(store, size.sources)
  const annotations = sources.flatMap(({ id, text }, index) =>
    // A source in twenty is still to be read.
    index % 20 === 0 ? [] : range(annotationsASource).map((place) => makeAnnotation(store, id, text, place)),
  )
  for (const id of annotations) if (random() < 0.2) tag({ kind: 'annotation', id })
  const claims = range(size.claims).map((index) => {
    const id = newId()
    const statement = `Claim ${index}: ${sources[index % sources.length]?.text.slice(0, 80)}`
    insertClaim(db, { id, number: takeClaimNumber(db), statement, status: 'open', at })
    if (index % 3 === 0) tag({ kind: 'claim', id })
    return id
  })
  const noteIds = range(notes).map((index) => {
    const id = newId()
    insertNote(db, { id, title: `Note ${index}`, content: emptyRichText(), contentText: '', at })
    return id
  })
  const ids = { source: sources.map(({ id }) => id), annotation: annotations, claim: claims, note: noteIds }
  makeLinks(store, size.links, ids, random)
  for (const id of annotations.slice(-50)) {
    const object = { kind: 'annotation', id } as const
    putMute(db, { id: newId(), rule: 'annotation-unlinked', object, reason: 'Only for colour.', at })
  }
  return { claims, annotations, largest: claims[0] ?? '' }
}

function makeSources({ db }: Store, count: number): { id: string; text: string }[] {
  let originId: string | null = null
  return [...streamCorpus(count).articles].map((article, index) => {
    const place = index % (originSize * originEvery)
    if (place === 0) {
      originId = newId()
      insertOrigin(db, originId, article.title, 'near-duplicate')
    }
    return makeSource(db, article, index, place < originSize ? originId : null)
  })
}

function makeSource(
  db: Store['db'],
  { title, paragraphs, publisher, issued }: Article,
  index: number,
  originId: string | null,
): { id: string; text: string } {
  const id = newId()
  const hash = `article ${index}`
  // Two paragraphs: no view of claims reads a text.
  const lines = [title, ...paragraphs.slice(0, 2)]
  let start = 0
  const blocks = lines.map((text, ordinal) => {
    const kind = ordinal === 0 ? ('heading' as const) : ('paragraph' as const)
    const row = { kind, level: ordinal === 0 ? 1 : 0, start, text, page: null, links: [] }
    start += text.length + 1
    return row
  })
  insertOriginal(db, { hash, size: 0, compression: 'none', bytes: new Uint8Array() })
  insertSource(db, {
    id,
    title,
    textId: insertText(db, hash, 200, blocks),
    originalHash: hash,
    originId,
    fileName: `${index}.md`,
    mediaType: 'text/markdown',
    metadata: { publisher, issued: { 'date-parts': [issued.split('-').map(Number)] }, language: 'en' },
    details: { kind: 'markdown' },
    at,
  })
  return { id, text: lines.join('\n') }
}

const quoteLength = 120

function makeAnnotation({ db }: Store, sourceId: string, text: string, place: number): string {
  const id = newId()
  const start = place * quoteLength
  const end = start + quoteLength
  insertAnnotation(db, {
    id,
    sourceId,
    start,
    end,
    quote: text.slice(start, end),
    prefix: '',
    suffix: '',
    textHash: '',
    state: 'exact',
    author: null,
    colour: 'yellow',
    comment: null,
    commentText: '',
    createdAt: at,
    updatedAt: at,
  })
  return id
}

/** The kinds of a link's ends, and how many of a hundred links are between such. */
const ends: [ObjectKind, ObjectKind, number][] = [
  ['annotation', 'claim', 75],
  ['source', 'claim', 10],
  ['claim', 'claim', 8],
  ['annotation', 'annotation', 5],
  ['note', 'claim', 2],
]

function makeLinks(
  { db }: Store,
  count: number,
  ids: Record<ObjectKind, string[]>,
  random: () => number,
): void {
  const relations = listRelations(db).map(({ id }) => id)
  const seen = new Set<string>()
  while (seen.size < count) {
    const [fromKind, toKind] = kindsOf(random() * 100)
    const from = pick(ids[fromKind], random)
    // Cubed: the first claims have by far the most, and the last ones few.
    const to = pick(ids[toKind], toKind === 'claim' ? () => random() ** 3 : random)
    const relationId = pick(relations, () => random() ** 2)
    const key = `${from} ${relationId} ${to}`
    if (from === to || seen.has(key)) continue
    seen.add(key)
    insertLink(db, {
      id: newId(),
      from: { kind: fromKind, id: from },
      to: { kind: toKind, id: to },
      relationId,
      rationale: random() < 0.1 ? 'It says so in as many words.' : '',
      rationaleContent: null,
      confidence: null,
      author: null,
      createdAt: at,
      updatedAt: at,
    })
  }
}

function kindsOf(share: number): [ObjectKind, ObjectKind] {
  let left = share
  for (const [from, to, percent] of ends) {
    left -= percent
    if (left < 0) return [from, to]
  }
  return ['annotation', 'claim']
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to pick from.')
  return value
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
