import type { InboxItem, InboxRule } from '#shared/model.ts'
import type { Db } from './database.ts'

interface InboxRow {
  rule: InboxRule
  kind: InboxItem['object']['kind']
  id: string
  label: string
  sourceId: string | null
  why: string
  muteId: string | null
  reason: string
  mutedAt: string
}

/** How many sources and origins speak for and against each claim. */
const stances = `
  SELECT link.to_id AS claimId,
    count(DISTINCT source.id) AS sources,
    count(DISTINCT coalesce(source.origin_id, source.id)) AS origins,
    count(DISTINCT CASE relation.stance WHEN 1 THEN coalesce(source.origin_id, source.id) END) AS supporting,
    count(DISTINCT CASE relation.stance WHEN -1 THEN coalesce(source.origin_id, source.id) END) AS contradicting
  FROM link JOIN relation ON relation.id = relation_id AND relation.stance <> 0
  LEFT JOIN annotation ON from_kind = 'annotation' AND annotation.id = from_id
  JOIN source ON source.id = coalesce(annotation.source_id, CASE from_kind WHEN 'source' THEN from_id END)
  WHERE to_kind = 'claim' GROUP BY link.to_id`

const claim = "'claim' AS kind, claim.id AS id, 'C' || number || ' ' || statement AS label, NULL AS sourceId"
const annotation = "'annotation' AS kind, annotation.id AS id, quote AS label, source_id AS sourceId"

/** Each rule's own objects, with the numbers it looked at. */
const rules = `
  SELECT 'claim-contested' AS rule, ${claim},
      json_object('supporting', supporting, 'contradicting', contradicting) AS why
    FROM claim JOIN stance ON claimId = claim.id
    WHERE supporting > 0 AND contradicting > 0 AND status = 'open'
  UNION ALL SELECT 'claim-one-origin', ${claim}, json_object('sources', sources)
    FROM claim JOIN stance ON claimId = claim.id WHERE origins = 1
  UNION ALL SELECT 'claim-without-evidence', ${claim}, '{}' FROM claim
    WHERE NOT EXISTS (SELECT 1 FROM link WHERE to_id = claim.id OR from_id = claim.id)
  UNION ALL SELECT 'anchor-drifted', ${annotation},
      json_object('lost', annotation.state = 'lost') FROM annotation
    WHERE state IN ('changed', 'lost') AND reviewed = 0
  UNION ALL SELECT 'annotation-unlinked', ${annotation}, '{}' FROM annotation
    WHERE NOT EXISTS (SELECT 1 FROM link WHERE from_id = annotation.id OR to_id = annotation.id)
  UNION ALL SELECT 'source-without-annotations', 'source', source.id, title, source.id,
      json_object('words', text.words) FROM source JOIN text ON text.id = text_id
    WHERE NOT EXISTS (SELECT 1 FROM annotation WHERE source_id = source.id)
  UNION ALL SELECT 'tag-orphaned', 'tag', tag.id, tag.name, NULL, '{}' FROM tag
    WHERE NOT EXISTS (SELECT 1 FROM tagging WHERE tag_id = tag.id)`

/** What needs the researcher's eye, rule by rule; what was muted with the reason. */
export function readInbox(db: Db): InboxItem[] {
  const rows = db
    .prepare(
      `WITH stance AS (${stances}), item AS (${rules})
       SELECT item.*, inbox_mute.id AS muteId, inbox_mute.reason, inbox_mute.created_at AS mutedAt
       FROM item LEFT JOIN inbox_mute ON inbox_mute.object_id = item.id AND inbox_mute.rule = item.rule`,
    )
    .all() as InboxRow[]
  return rows.map(({ rule, kind, id, label, sourceId, why, muteId, reason, mutedAt }) => ({
    rule,
    object: { kind, id },
    label,
    sourceId,
    why: JSON.parse(why) as Record<string, number>,
    muted: muteId === null ? null : { id: muteId, reason, at: mutedAt },
  }))
}

export interface Mute {
  id: string
  rule: InboxRule
  object: InboxItem['object']
  reason: string
  at: string
}

/** Mutes a rule for an object; where that is muted already, the reason becomes this one. Gives the mute's id. */
export function putMute(db: Db, { id, rule, object, reason, at }: Mute): string {
  const before = db
    .prepare('SELECT id FROM inbox_mute WHERE object_id = ? AND rule = ?')
    .pluck()
    .get(object.id, rule) as string | undefined
  if (before !== undefined) {
    db.prepare('UPDATE inbox_mute SET reason = ? WHERE id = ?').run(reason, before)
    return before
  }
  db.prepare(
    'INSERT INTO inbox_mute (id, rule, object_kind, object_id, reason, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, rule, object.kind, object.id, reason, at)
  return id
}

/** Whether there was such a mute. */
export function deleteMute(db: Db, id: string): boolean {
  return db.prepare('DELETE FROM inbox_mute WHERE id = ?').run(id).changes > 0
}
