/**
 * What weighing evidence adds: rich text for why a link holds and who made it, who took each step of the history, and
 * what the inbox is told not to ask about again.
 */
export const sql = `
ALTER TABLE link ADD COLUMN rationale_content TEXT CHECK (rationale_content IS NULL OR json_valid(rationale_content));
ALTER TABLE link ADD COLUMN author TEXT;
ALTER TABLE command ADD COLUMN author TEXT;
CREATE INDEX link_by_relation ON link (relation_id);

CREATE TABLE inbox_mute (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX inbox_mute_by_object ON inbox_mute (object_id, rule);
`
