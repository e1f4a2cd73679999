/**
 * What reading closely adds: the words an annotation had before its text changed, until somebody judged the change; and
 * images that stand in notes.
 */
export const sql = `
ALTER TABLE annotation ADD COLUMN old_quote TEXT;
ALTER TABLE annotation ADD COLUMN reviewed INTEGER NOT NULL DEFAULT 0 CHECK (reviewed IN (0, 1));

CREATE TABLE image (
  hash TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
`
