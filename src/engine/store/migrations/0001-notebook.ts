/**
 * The first schema. What is imported (`original`, `text`, `block`) is written once and never changed, so that the
 * journal need not copy it: undoing an import takes away the `source` row and leaves its text for redo.
 */
export const sql = `
CREATE TABLE notebook (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE original (
  hash TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  compression TEXT NOT NULL CHECK (compression IN ('none', 'deflate')),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  length INTEGER NOT NULL,
  words INTEGER NOT NULL
) STRICT;
CREATE INDEX text_by_hash ON text (hash);

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  text_id INTEGER NOT NULL REFERENCES text (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  start INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX block_by_text ON block (text_id, ordinal);

CREATE TABLE origin (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('same-text', 'near-duplicate', 'by-hand'))
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES text (id),
  original_hash TEXT NOT NULL REFERENCES original (hash),
  origin_id TEXT REFERENCES origin (id) ON DELETE SET NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  imported_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_by_original ON source (original_hash);
CREATE INDEX source_by_text ON source (text_id);
CREATE INDEX source_by_origin ON source (origin_id);

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'changed', 'lost')),
  colour TEXT NOT NULL,
  comment TEXT CHECK (comment IS NULL OR json_valid(comment)),
  comment_text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_by_source ON annotation (source_id, start);

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  status TEXT NOT NULL,
  reasoning TEXT CHECK (reasoning IS NULL OR json_valid(reasoning)),
  reasoning_text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  content_text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  inverse TEXT NOT NULL,
  sign TEXT NOT NULL,
  colour TEXT NOT NULL,
  line_style TEXT NOT NULL,
  symmetric INTEGER NOT NULL,
  stance INTEGER NOT NULL CHECK (stance IN (-1, 0, 1)),
  builtin INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX relation_by_name ON relation (name COLLATE NOCASE);

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  relation_id TEXT NOT NULL REFERENCES relation (id),
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  rationale TEXT NOT NULL,
  confidence TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_from ON link (from_id);
CREATE INDEX link_by_to ON link (to_id);

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tag_by_name ON tag (name COLLATE NOCASE);

CREATE TABLE tagging (
  id TEXT PRIMARY KEY,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tagging_by_target ON tagging (target_id, tag_id);
CREATE INDEX tagging_by_tag ON tagging (tag_id);

CREATE TABLE collection (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES collection (id) ON DELETE CASCADE,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE collection_source (
  id TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX collection_source_by_collection ON collection_source (collection_id, source_id);
CREATE INDEX collection_source_by_source ON collection_source (source_id);

CREATE TABLE flag (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  message TEXT NOT NULL,
  dismissed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX flag_by_source ON flag (source_id);

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL
) STRICT;

-- Window state and counters: kept with the notebook, never part of its history.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE command (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  merge_key TEXT,
  started_at TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
) STRICT;
CREATE INDEX command_by_state ON command (state, id);

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES command (id),
  object_table TEXT NOT NULL,
  object_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_by_command ON journal (command_id);
CREATE INDEX journal_by_object ON journal (object_id);

-- Links and tags name their ends by kind, which no foreign key can follow.
CREATE TRIGGER source_gone AFTER DELETE ON source BEGIN
  DELETE FROM link WHERE from_id = OLD.id OR to_id = OLD.id;
  DELETE FROM tagging WHERE target_id = OLD.id;
END;
CREATE TRIGGER annotation_gone AFTER DELETE ON annotation BEGIN
  DELETE FROM link WHERE from_id = OLD.id OR to_id = OLD.id;
  DELETE FROM tagging WHERE target_id = OLD.id;
END;
CREATE TRIGGER claim_gone AFTER DELETE ON claim BEGIN
  DELETE FROM link WHERE from_id = OLD.id OR to_id = OLD.id;
  DELETE FROM tagging WHERE target_id = OLD.id;
END;
CREATE TRIGGER note_gone AFTER DELETE ON note BEGIN
  DELETE FROM link WHERE from_id = OLD.id OR to_id = OLD.id;
  DELETE FROM tagging WHERE target_id = OLD.id;
END;

-- Fed with the terms of our own tokenizer, joined by spaces; all FTS5's has to do is split at them.
CREATE VIRTUAL TABLE block_index USING fts5 (
  terms, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
);

INSERT INTO relation (id, name, inverse, sign, colour, line_style, symmetric, stance, builtin, position) VALUES
  ('019a0000-0000-7000-8000-000000000001', 'supports', 'supported by', '+', 'green', 'solid', 0, 1, 1, 1),
  ('019a0000-0000-7000-8000-000000000002', 'contradicts', 'contradicted by', '−', 'red', 'solid', 0, -1, 1, 2),
  ('019a0000-0000-7000-8000-000000000003', 'qualifies', 'qualified by', '±', 'orange', 'dashed', 0, 0, 1, 3),
  ('019a0000-0000-7000-8000-000000000004', 'mentions', 'mentioned by', '•', 'grey', 'dotted', 0, 0, 1, 4),
  ('019a0000-0000-7000-8000-000000000005', 'restates', 'restated by', '=', 'blue', 'solid', 1, 0, 1, 5),
  ('019a0000-0000-7000-8000-000000000006', 'derives from', 'source of', '←', 'purple', 'dashed', 0, 0, 1, 6);
`
