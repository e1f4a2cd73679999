/**
 * Where a source was published joins its title and its authors in the index of names, so that suggestions need no copy of
 * every source in memory. The rows are made again in the background, since another version of the index is wanted.
 */
export const sql = `
DROP TABLE source_index;
CREATE VIRTUAL TABLE source_index USING fts5 (
  title, author, place, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
);

-- A source that names its newspaper and its publisher is found by either.
ALTER TABLE source ADD COLUMN publisher TEXT GENERATED ALWAYS AS (metadata ->> '$.publisher') VIRTUAL;
CREATE INDEX source_by_publisher ON source (publisher COLLATE NOCASE);

-- Whether the names in the vocabulary are those of now is asked by the last change, which must not read every source.
CREATE INDEX source_by_change ON source (updated_at);
`
