import type { ClaimStatus, RichText } from '#shared/model.ts'
import type { Db } from './database.ts'

export interface ClaimRow {
  id: string
  number: number
  statement: string
  status: ClaimStatus
  reasoning: RichText | null
  reasoningText: string
  tags: string[]
  createdAt: string
  updatedAt: string
}

const columns = `
  id, number, statement, status, reasoning, reasoning_text AS reasoningText, created_at AS createdAt,
  updated_at AS updatedAt,
  (SELECT json_group_array(tag.name) FROM tagging JOIN tag ON tag.id = tag_id WHERE target_id = claim.id) AS tags`

type RawClaim = Omit<ClaimRow, 'reasoning' | 'tags'> & { reasoning: string | null; tags: string }

export function listClaims(db: Db): ClaimRow[] {
  const rows = db.prepare(`SELECT ${columns} FROM claim ORDER BY number`).all() as RawClaim[]
  return rows.map(toClaim)
}

export function findClaim(db: Db, id: string): ClaimRow | null {
  const row = db.prepare(`SELECT ${columns} FROM claim WHERE id = ?`).get(id) as RawClaim | undefined
  return row === undefined ? null : toClaim(row)
}

/** Takes the next number. It is spent even when the claim's making is undone, so that `C2` never means two things. */
export function takeClaimNumber(db: Db): number {
  const row = db
    .prepare(
      `INSERT INTO setting (key, value) VALUES ('claim.last', '1')
       ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) RETURNING value`,
    )
    .get() as { value: string }
  return Number(row.value)
}

export function insertClaim(
  db: Db,
  claim: { id: string; number: number; statement: string; status: ClaimStatus; at: string },
): void {
  db.prepare(
    `INSERT INTO claim (id, number, statement, status, reasoning, reasoning_text, created_at, updated_at)
     VALUES (@id, @number, @statement, @status, NULL, '', @at, @at)`,
  ).run(claim)
}

export function updateClaim(
  db: Db,
  id: string,
  fields: {
    statement: string
    status: ClaimStatus
    reasoning: RichText | null
    reasoningText: string
    at: string
  },
): void {
  db.prepare(
    `UPDATE claim SET statement = @statement, status = @status, reasoning = @reasoning,
       reasoning_text = @reasoningText, updated_at = @at
     WHERE id = @id AND (statement, status, reasoning) IS NOT (@statement, @status, @reasoning)`,
  ).run({ ...fields, id, reasoning: fields.reasoning === null ? null : JSON.stringify(fields.reasoning) })
}

export function deleteClaim(db: Db, id: string): void {
  db.prepare('DELETE FROM claim WHERE id = ?').run(id)
}

function toClaim(row: RawClaim): ClaimRow {
  return {
    ...row,
    reasoning: row.reasoning === null ? null : (JSON.parse(row.reasoning) as RichText),
    tags: (JSON.parse(row.tags) as string[]).sort((a, b) => a.localeCompare(b)),
  }
}
