import { type HistoricRef, historicKinds, type TouchedObject } from '#shared/model.ts'
import type { Db } from '../store/database.ts'
import { type Image, rowsTouchedBy } from '../store/object-history.ts'
import { findRelation } from '../store/relations.ts'

/** The column that says what an object is called. */
const names: Record<HistoricRef['kind'], string> = {
  source: 'title',
  annotation: 'quote',
  claim: 'statement',
  note: 'title',
  link: 'relation_id',
  relation: 'name',
  tag: 'name',
  collection: 'name',
}

/** What a step of the history touched, as it was called then. */
export function touchedBy(db: Db, step: number, limit: number): TouchedObject[] {
  return rowsTouchedBy(db, step, historicKinds, limit).flatMap(({ table, id, before, after }) => {
    const kind = historicKinds.find((known) => known === table)
    if (kind === undefined || (before === null && after === null)) return []
    const change = before === null ? 'created' : after === null ? 'deleted' : 'changed'
    return [{ kind, id, name: nameOf(db, kind, after ?? before), change }]
  })
}

function nameOf(db: Db, kind: HistoricRef['kind'], image: Image | null): string {
  const name = String(image?.[names[kind]] ?? '')
  if (kind === 'claim') return `C${image?.number} ${name}`
  return kind === 'link' ? (findRelation(db, name)?.name ?? '') : name
}
