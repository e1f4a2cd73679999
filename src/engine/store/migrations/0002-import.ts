/**
 * What import finds beyond the words: pages and links of blocks, how a text came about, who made an annotation, and what
 * a careful reader should judge. No version before this one raised flags, so their table can be made anew.
 *
 * `fingerprint`, `band` and `story_key` are made of the texts alone and can be made again: they are no part of the history.
 */
export const sql = `
ALTER TABLE block ADD COLUMN page INTEGER;
ALTER TABLE block ADD COLUMN links TEXT CHECK (links IS NULL OR json_valid(links));
ALTER TABLE source ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details));
ALTER TABLE annotation ADD COLUMN author TEXT;

DROP TABLE flag;
CREATE TABLE flag (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  message TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dismissed', 'excluded')),
  other_source_id TEXT REFERENCES source (id) ON DELETE CASCADE,
  similarity REAL,
  CHECK (state <> 'excluded' OR start IS NOT NULL)
) STRICT;
CREATE INDEX flag_by_source ON flag (source_id);
CREATE INDEX flag_by_other ON flag (other_source_id) WHERE other_source_id IS NOT NULL;

CREATE TABLE fingerprint (
  text_id INTEGER PRIMARY KEY REFERENCES text (id) ON DELETE CASCADE,
  signature BLOB NOT NULL,
  story BLOB,
  compared INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fingerprint_to_compare ON fingerprint (text_id) WHERE compared = 0;

CREATE TABLE band (
  hash INTEGER NOT NULL,
  text_id INTEGER NOT NULL,
  PRIMARY KEY (hash, text_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_key (
  hash INTEGER NOT NULL,
  text_id INTEGER NOT NULL,
  PRIMARY KEY (hash, text_id)
) STRICT, WITHOUT ROWID;
`
