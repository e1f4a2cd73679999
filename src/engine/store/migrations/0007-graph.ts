/**
 * Where somebody put the cards of the graph, for each of its layouts; in pixels of the drawing, by the card's middle. It is
 * how one looks at things and not what one says: no part of the history, and a card's place outlives its object, which
 * undoing may bring back. `origin` is the card of several sources that are one voice.
 */
export const sql = `
CREATE TABLE graph_place (
  layout TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'source', 'note', 'origin')),
  id TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  PRIMARY KEY (layout, id)
) STRICT, WITHOUT ROWID;
`
