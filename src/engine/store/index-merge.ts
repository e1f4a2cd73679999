import type { Db } from './database.ts'

/** From so many segments on a query notices that it has to look into each. */
const manySegments = 6
/** Writing so many pages of the index takes a few milliseconds. */
const pagesAStep = 24

/**
 * Whether the full-text index is in many pieces, as an import or a renewal of the index leaves it: queries are then two
 * to four times as slow, and it takes twice the room.
 */
export function isScattered(db: Db): boolean {
  return countSegments(db) >= manySegments
}

function countSegments(db: Db): number {
  return db.prepare('SELECT count(DISTINCT segid) FROM block_index_idx').pluck().get() as number
}

/**
 * Makes the pieces of the full-text index one, a step of a few milliseconds a turn of the generator; what is found stays
 * the same meanwhile. May be stopped after any step (https://sqlite.org/fts5.html#the_merge_command).
 */
export function* mergeIndex(db: Db): Generator<void, void> {
  const merge = db.prepare("INSERT INTO block_index (block_index, rank) VALUES ('merge', ?)")
  const changes = db.prepare('SELECT total_changes()').pluck()
  // A negative number makes all pieces part of one merge, which the later steps go on with.
  for (let pages = -pagesAStep; ; pages = pagesAStep) {
    const before = Number(changes.get())
    merge.run(pages)
    if (Number(changes.get()) - before < 2) return
    yield
  }
}
