/**
 * The vocabulary of everything that is indexed: what typos and word forms are looked up in. Made of the full-text index
 * in the background, so it may be a little behind; it can be made again and is no part of the history.
 */
export const sql = `
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  blocks INTEGER NOT NULL
) STRICT;

-- The same word has a stem in each language that the notebook's sources are in.
CREATE TABLE term_stem (
  stem TEXT NOT NULL,
  language TEXT NOT NULL,
  term_id INTEGER NOT NULL,
  PRIMARY KEY (stem, language, term_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_stem_by_term ON term_stem (term_id);

CREATE VIRTUAL TABLE term_trigram USING fts5 (
  term, content = 'term', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0
);
`
