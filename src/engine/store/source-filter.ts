import { foldName } from './names.ts'

/** A condition on a row of `source`, with its parameters in order. */
export interface SqlCondition {
  sql: string
  params: (string | number)[]
}

/** Tags are few, and their names fold as only we can: they are looked through, and taggings by their index. */
const tagsNamed = 'SELECT id FROM tag WHERE folded(name) = folded(?)'

/** What can be asked of a source. Conditions of their own, so that services compose them without knowing SQL. */
export const sourceConditions = {
  all: (): SqlCondition => ({ sql: '1', params: [] }),

  /** An FTS5 expression over the titles, or the authors. */
  named: (column: 'title' | 'author', match: string): SqlCondition => ({
    sql: 'text_id IN (SELECT rowid FROM source_index WHERE source_index MATCH ?)',
    params: [`{${column}} : (${match})`],
  }),

  /** The newspaper's, journal's or site's name, or its beginning; or the whole name of the publisher. */
  publishedIn: (name: string): SqlCondition => ({
    sql: `id IN (SELECT id FROM source WHERE container COLLATE NOCASE >= ? AND container COLLATE NOCASE < ?
      UNION ALL SELECT id FROM source WHERE publisher = ? COLLATE NOCASE)`,
    params: [name, `${name}\u{10ffff}`, name],
  }),

  /** `en` finds `en-GB` too. */
  inLanguage: (language: string): SqlCondition => ({
    sql: "(language = ? OR language LIKE ? ESCAPE '\\')",
    params: [language.toLowerCase(), `${likePattern(language.toLowerCase())}-%`],
  }),

  /** One of CSL's types, such as `report`; or the ending of the file, such as `pdf`. */
  ofType: (type: string): SqlCondition => ({
    sql: "(metadata ->> '$.type' = ? OR details ->> '$.kind' = ?)",
    params: [type.toLowerCase(), type.toLowerCase()],
  }),

  /** Dates as numbers with noughts for what is not known, both ends included. */
  issuedBetween: (from: number, to: number): SqlCondition => ({
    sql: 'issued BETWEEN ? AND ?',
    params: [from, to],
  }),

  /** A tag of its own, or of one of its annotations. */
  tagged: (tag: string): SqlCondition => ({
    sql: `(id IN (SELECT target_id FROM tagging WHERE tag_id IN (${tagsNamed}))
      OR id IN (SELECT source_id FROM tagging JOIN annotation ON annotation.id = target_id WHERE tag_id IN (${tagsNamed})))`,
    params: [tag, tag],
  }),

  /**
   * In a collection of that name, or in one inside it. Where two collections have one name, those that they stand in tell
   * them apart: `Europe/Ferries`.
   */
  inCollection: (name: string): SqlCondition => ({
    sql: `id IN (WITH RECURSIVE placed (id, path) AS (
        SELECT id, name FROM collection WHERE parent_id IS NULL
        UNION ALL SELECT child.id, path || '/' || child.name FROM placed JOIN collection AS child ON child.parent_id = placed.id
      ), within (id) AS (
        SELECT id FROM placed WHERE '/' || folded(path) LIKE '%/' || ? ESCAPE '\\'
        UNION SELECT child.id FROM within JOIN collection AS child ON child.parent_id = within.id
      ) SELECT source_id FROM collection_source WHERE collection_id IN (SELECT id FROM within))`,
    params: [likePattern(foldName(name))],
  }),

  has: (what: 'annotation' | 'comment' | 'flag' | 'tag' | 'claim' | 'text'): SqlCondition => ({
    sql: {
      annotation: 'id IN (SELECT source_id FROM annotation)',
      comment: "id IN (SELECT source_id FROM annotation WHERE comment_text <> '')",
      flag: "id IN (SELECT source_id FROM flag WHERE state = 'open')",
      tag: 'id IN (SELECT target_id FROM tagging)',
      claim: `id IN (${linkedSources("'claim'")})`,
      text: 'EXISTS (SELECT 1 FROM block WHERE block.text_id = source.text_id)',
    }[what],
    params: [],
  }),

  /** A passage of the source, or the source itself, bears so on a claim: +1 for, -1 against, 0 neither. */
  withStance: (stance: -1 | 0 | 1): SqlCondition => ({
    sql: `id IN (${linkedSources("'claim'", 'AND relation.stance = ?')})`,
    params: [stance, stance],
  }),

  /** A passage of the source, or the source itself, has a link of this relation. */
  withRelation: (name: string): SqlCondition => ({
    sql: `id IN (${linkedSources('link.to_kind', 'AND (relation.name = ? COLLATE NOCASE OR relation.inverse = ? COLLATE NOCASE)')})`,
    params: [name, name, name, name],
  }),

  and: (conditions: readonly SqlCondition[]): SqlCondition => join(conditions, ' AND '),
  or: (conditions: readonly SqlCondition[]): SqlCondition => join(conditions, ' OR '),
  not: ({ sql, params }: SqlCondition): SqlCondition => ({ sql: `NOT coalesce((${sql}), 0)`, params }),
}

function join(conditions: readonly SqlCondition[], word: string): SqlCondition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
    params: conditions.flatMap(({ params }) => params),
  }
}

/** Sources from which a link leads to an object of a kind, by themselves or by one of their annotations. */
function linkedSources(toKind: string, more = ''): string {
  const links = `FROM link JOIN relation ON relation.id = relation_id`
  return `SELECT from_id ${links} WHERE from_kind = 'source' AND to_kind = ${toKind} ${more}
    UNION SELECT source_id ${links} JOIN annotation ON annotation.id = from_id
      WHERE from_kind = 'annotation' AND to_kind = ${toKind} ${more}`
}

function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
