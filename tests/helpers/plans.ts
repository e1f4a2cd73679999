import type { Db } from '#engine/store/database.ts'

/** The plan of every statement that `work` prepares, a line a step. */
export function plansOf(db: Db, work: (db: Db) => unknown): string[] {
  const lines: string[] = []
  const watched = new Proxy(db, {
    get(target, key) {
      if (key !== 'prepare') return Reflect.get(target, key)
      return (sql: string) => {
        const steps = target.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parametersOf(sql))
        for (const { detail } of steps as { detail: string }[]) lines.push(detail)
        return target.prepare(sql)
      }
    },
  })
  work(watched)
  return lines
}

/** Parameters do not change a plan here, but they have to be there. */
function parametersOf(sql: string): unknown[] {
  const named = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, '1'])
  if (named.length > 0) return [Object.fromEntries(named)]
  return Array(sql.split('?').length - 1).fill('1')
}
