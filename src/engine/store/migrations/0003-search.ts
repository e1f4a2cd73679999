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

-- What filters ask of a source. A partial date is a number with noughts for what is not known: 2025-05 is 20250500.
ALTER TABLE source ADD COLUMN container TEXT
  GENERATED ALWAYS AS (coalesce(metadata ->> '$.container-title', metadata ->> '$.publisher')) VIRTUAL;
ALTER TABLE source ADD COLUMN issued INTEGER GENERATED ALWAYS AS (
  (metadata ->> '$.issued.date-parts[0][0]') * 10000 + coalesce(metadata ->> '$.issued.date-parts[0][1]', 0) * 100
  + coalesce(metadata ->> '$.issued.date-parts[0][2]', 0)
) VIRTUAL;
ALTER TABLE source ADD COLUMN language TEXT GENERATED ALWAYS AS (lower(metadata ->> '$.language')) VIRTUAL;
CREATE INDEX source_by_container ON source (container COLLATE NOCASE);
CREATE INDEX source_by_issued ON source (issued);
CREATE INDEX source_by_language ON source (language);

-- Titles and names, fed like block_index. The row is the number of the source's text.
CREATE VIRTUAL TABLE source_index USING fts5 (
  title, author, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
);
`
