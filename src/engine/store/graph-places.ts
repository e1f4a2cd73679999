import type { GraphLayout, GraphPlace } from '#shared/model.ts'
import type { Db } from './database.ts'

export function listGraphPlaces(db: Db, layout: GraphLayout): GraphPlace[] {
  return db
    .prepare('SELECT kind, id, x, y FROM graph_place WHERE layout = ? ORDER BY id')
    .all(layout) as GraphPlace[]
}

/** Puts cards in their places, and with `replace` takes away those of all others. All of it, or nothing. */
export function putGraphPlaces(
  db: Db,
  layout: GraphLayout,
  places: readonly GraphPlace[],
  replace: boolean,
): void {
  const put = db.prepare(
    `INSERT INTO graph_place (layout, kind, id, x, y) VALUES (@layout, @kind, @id, @x, @y)
     ON CONFLICT (layout, id) DO UPDATE SET x = excluded.x, y = excluded.y`,
  )
  db.transaction(() => {
    if (replace) db.prepare('DELETE FROM graph_place WHERE layout = ?').run(layout)
    for (const place of places) put.run({ layout, ...place })
  })()
}
