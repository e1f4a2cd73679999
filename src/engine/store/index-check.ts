import type { Db } from './database.ts'
import { countIndexDrift, indexState } from './text-index.ts'
import { attachVocabulary, vocabularyMark } from './vocabulary.ts'

interface Problem {
  kind: string
  message: string
}

/** What is wrong with what search stands on: the index of passages, that of names, and the vocabulary. */
export function findIndexProblems(db: Db): Problem[] {
  const indexes = [
    ...problemsOf('the search index', countIndexDrift(db), 'blocks'),
    ...problemsOf('the index of titles and names', countNameDrift(db), 'sources'),
  ]
  // It is made of the indexes: where they are wrong, it is no news that it differs.
  if (indexes.length > 0) return indexes
  return problemsOf('the vocabulary of the search', countVocabularyDrift(db), 'words')
}

function problemsOf(what: string, drift: number | null, unit: string): Problem[] {
  if (drift === null) return [{ kind: 'index', message: `${what} is broken` }]
  return drift === 0 ? [] : [{ kind: 'index', message: `${what} is off by ${drift} ${unit}` }]
}

/** How many sources stand and are not in the index of names, or the other way round; null where it cannot be read. */
function countNameDrift(db: Db): number | null {
  return counted(() => {
    // Without the texts it was made of FTS5 has nothing to hold it against: what it lists by word must be what it has.
    db.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.named_place USING fts5vocab (main, source_index, 'instance')",
    )
    const named = "SELECT id FROM source_index_docsize WHERE replace(hex(sz), '0', '') <> ''"
    const lost = difference(db, named, 'SELECT DISTINCT doc FROM temp.named_place')
    return lost + difference(db, 'SELECT text_id FROM source', 'SELECT id FROM source_index_docsize')
  })
}

/**
 * In how many words the vocabulary differs from the indexes that it is made of, or from what it is looked up by; null where
 * it cannot be read. One that is still behind is not wrong: then only its own parts are held against each other.
 */
function countVocabularyDrift(db: Db): number | null {
  return counted(() => {
    verifyTrigrams(db)
    const lost = difference(db, 'SELECT DISTINCT term_id FROM term_stem', 'SELECT id FROM term', 'one way')
    if (!vocabularyMark(db).endsWith(`/${indexState(db)}`)) return lost
    attachVocabulary(db)
    const indexed = `SELECT term, doc AS blocks FROM temp.indexed_term UNION ALL
      SELECT term, 0 FROM temp.named_term WHERE term NOT IN (SELECT term FROM temp.indexed_term)`
    return lost + difference(db, indexed, 'SELECT term, blocks FROM term')
  })
}

/** Has FTS5 hold the letters of words against the words, which is a write to it; throws where they differ. */
function verifyTrigrams(db: Db): void {
  if (!db.readonly) db.exec("INSERT INTO term_trigram (term_trigram, rank) VALUES ('integrity-check', 1)")
}

/** How many rows of one query are none of the other's; both ways, or only those of the first. */
function difference(db: Db, one: string, other: string, ways: 'both' | 'one way' = 'both'): number {
  const beyond = (a: string, b: string) =>
    db
      .prepare(`SELECT count(*) FROM (SELECT * FROM (${a}) EXCEPT SELECT * FROM (${b}))`)
      .pluck()
      .get() as number
  return beyond(one, other) + (ways === 'both' ? beyond(other, one) : 0)
}

function counted(count: () => number): number | null {
  try {
    return count()
  } catch {
    return null
  }
}
