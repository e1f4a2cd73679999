import { CrossreadError } from '#shared/errors.ts'
import type { HistoricRef, ObjectKind, ObjectVersion } from '#shared/model.ts'
import { requirePlace } from '../collections/collections.ts'
import type { Handlers } from '../handlers.ts'
import { type Session, now as timeNow } from '../session.ts'
import { listCollectionRows } from '../store/collections.ts'
import type { Db } from '../store/database.ts'
import type { JournaledTable } from '../store/journal-triggers.ts'
import { findSameLink, objectExists } from '../store/links.ts'
import {
  changesOf,
  type Image,
  imageOf,
  insertImage,
  type RowChange,
  rowsRemovedBy,
  sourcesParted,
  writeColumns,
} from '../store/object-history.ts'
import { findRelation } from '../store/relations.ts'
import { readVersion } from '../store/sources.ts'
import { touchedBy } from './touched.ts'

type Historic = HistoricRef['kind']

/** What can be read of a row and taken back, by column: the name it is shown under, and how its value reads. */
const shown: Record<Historic, Record<string, string>> = {
  source: { title: 'title', metadata: 'details' },
  annotation: { quote: 'quote', colour: 'colour', comment_text: 'comment', state: 'state' },
  claim: { statement: 'statement', status: 'status', reasoning_text: 'reasoning' },
  note: { title: 'title', content_text: 'content' },
  link: { relation_id: 'relation', rationale: 'rationale', confidence: 'confidence' },
  relation: { name: 'name', inverse: 'inverse', sign: 'sign', colour: 'colour', line_style: 'lineStyle' },
  tag: { name: 'name' },
  collection: { name: 'name' },
}

/** Columns that belong to the text a source has now: they stay when the object is taken back beside it. */
const ofTheText: Partial<Record<Historic, readonly string[]>> = {
  source: ['text_id', 'original_hash', 'details', 'file_name', 'media_type', 'origin_id'],
  annotation: ['start', 'end', 'quote', 'prefix', 'suffix', 'text_hash', 'state', 'old_quote', 'reviewed'],
}

export const versionHandlers: Handlers<'history.ofObject' | 'history.restore' | 'history.touched'> = {
  'history.ofObject': ({ store: { db } }, { object: { kind, id } }) =>
    changesOf(db, kind, id).map((change, index) => toVersion(db, kind, change, index === 0)),

  'history.touched': ({ store: { db } }, { step, limit }) => touchedBy(db, step, limit ?? 200),

  'history.restore': (session, { object: { kind, id }, step }) => {
    const { db } = session.store
    const changes = changesOf(db, kind, id)
    const wanted = changes.find((change) => change.step === step)
    if (wanted?.after == null) {
      throw new CrossreadError('not_found', 'There is no state of that step to go back to.')
    }
    const { after } = wanted
    session.change('history.restore', () => {
      const now = imageOf(db, kind, id)
      if (now === null) revive(session, kind, id, changes[0])
      takeBack(db, kind, id, after)
    })
    return { ok: true }
  },
}

function toVersion(db: Db, kind: Historic, change: RowChange, current: boolean): ObjectVersion {
  const { step, label, at, author, before, after } = change
  const fields = Object.entries(shown[kind]).flatMap(([column, field]) => {
    const [was, is] = [readable(db, column, before), readable(db, column, after)]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const kindOfChange = before === null ? 'created' : after === null ? 'deleted' : 'changed'
  return { step, label, at, author, change: kindOfChange, fields, current }
}

function readable(db: Db, column: string, image: Image | null): string {
  const value = String(image?.[column] ?? '')
  return column === 'relation_id' ? (findRelation(db, value)?.name ?? value) : value
}

/** Writes what the wanted state has other than the row that stands; what belongs to another text stays. */
function takeBack(db: Db, kind: Historic, id: string, wanted: Image): void {
  const now = imageOf(db, kind, id)
  if (now === null)
    throw new CrossreadError('conflict', 'What this belongs to is gone. Bring that back first.')
  const isOfThisText =
    kind === 'annotation' && readVersion(db, String(now.source_id))?.hash === wanted.text_hash
  const kept = new Set(['updated_at', ...(isOfThisText ? [] : (ofTheText[kind] ?? []))])
  const values = Object.entries(wanted).filter(([name, value]) => !kept.has(name) && now[name] !== value)
  const next = { ...now, ...Object.fromEntries(values) }
  requireFit(db, kind, next)
  if (values.length === 0) return
  // Going back is a change as well: what follows changes by their time would not see it otherwise.
  if ('updated_at' in next) values.push(['updated_at', timeNow()])
  if (!writeColumns(db, kind, id, Object.fromEntries(values))) throw cannotComeBack()
}

/** Throws where a state does not fit what else is in the notebook now, and no foreign key would say so. */
function requireFit(db: Db, kind: Historic, row: Image): void {
  if (kind === 'collection') {
    const parentId = row.parent_id === null ? null : String(row.parent_id)
    requirePlace(listCollectionRows(db), { id: String(row.id), name: String(row.name), parentId })
  }
  if (kind !== 'link') return
  if (!hasItsEnds(db, kind, row)) throw cannotComeBack()
  const [from, to] = [endOf(row.from_kind, row.from_id), endOf(row.to_kind, row.to_id)]
  const same = findSameLink(db, from, String(row.relation_id), to)
  if (same === null || same.id === row.id) return
  throw new CrossreadError('conflict', 'There is a link that says this already.', { id: same.id })
}

function cannotComeBack(): CrossreadError {
  return new CrossreadError(
    'conflict',
    'This cannot come back: what it belongs to is gone, or another one has its name now.',
  )
}

/** Puts an object that is gone back as it last was, with what went with it and still has its other ends. */
function revive(
  { store: { db } }: Session,
  kind: Historic,
  id: string,
  deletion: RowChange | undefined,
): void {
  if (deletion?.before == null)
    throw new CrossreadError('not_found', 'This object never was in the notebook.')
  const removed = rowsRemovedBy(db, deletion.step)
  const ids = new Set([id])
  const before = kind === 'source' ? withItsOrigin(db, deletion.step, deletion.before) : deletion.before
  if (!hasItsEnds(db, kind, before) || !insertImage(db, kind, before)) throw cannotComeBack()
  // A source's annotations name it, their links name them: each round finds what names the ones before.
  for (let round = 0, found = true; found && round < 4; round++) {
    found = false
    for (const { table, image } of removed) {
      const ownId = String(image.id)
      if (ids.has(ownId) || !Object.values(image).some((value) => ids.has(String(value)))) continue
      if (!hasItsEnds(db, table, image)) continue
      if (insertImage(db, table, image)) found = true
      ids.add(ownId)
    }
  }
  for (const { table, image } of [{ table: kind, image: deletion.before }, ...removed]) {
    if (table === 'annotation' && ids.has(String(image.id))) loseIfTextChanged(db, image)
  }
}

/**
 * A group of two goes with either of them. Brings back the origin of a source that is to come back, for those who were in
 * the group with it and are in none now; where there are none the source comes back as a voice of its own.
 */
function withItsOrigin(db: Db, step: number, source: Image): Image {
  const originId = source.origin_id ?? null
  if (originId === null || imageOf(db, 'origin', String(originId)) !== null) return source
  const origin = rowsRemovedBy(db, step).find(
    ({ table, image }) => table === 'origin' && image.id === originId,
  )
  const others = sourcesParted(db, step, String(originId))
  if (origin === undefined || others.length === 0) return { ...source, origin_id: null }
  insertImage(db, 'origin', origin.image)
  for (const id of others) writeColumns(db, 'source', id, { origin_id: originId })
  return source
}

const endOf = (kind: Image[string] | undefined, id: Image[string] | undefined) => ({
  kind: kind as ObjectKind,
  id: String(id),
})

/** Links and tags name what they belong to without a foreign key. */
function hasItsEnds(db: Db, table: JournaledTable, image: Image): boolean {
  const stands = (kind: Image[string] | undefined, id: Image[string] | undefined) =>
    objectExists(db, endOf(kind, id))
  if (table === 'link') return stands(image.from_kind, image.from_id) && stands(image.to_kind, image.to_id)
  if (table === 'tagging') return stands(image.target_kind, image.target_id)
  return true
}

/** An annotation that comes back to another text than it was made on has no place there until somebody gives it one. */
function loseIfTextChanged(db: Db, image: Image): void {
  if (image.state === 'lost') return
  const version = readVersion(db, String(image.source_id))
  if (version === null || version.hash === image.text_hash) return
  writeColumns(db, 'annotation', String(image.id), {
    state: 'lost',
    reviewed: 0,
    old_quote: image.old_quote ?? image.quote ?? null,
  })
}
