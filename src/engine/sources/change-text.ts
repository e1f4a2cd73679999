import type { SourceMetadata, TextChangeReport } from '#shared/model.ts'
import type { Run } from '../anchor/align.ts'
import { canonicalText } from '../import/canonical.ts'
import type { ReaderPool } from '../import/pool.ts'
import { required, type Session } from '../session.ts'
import { listAnchors } from '../store/anchors.ts'
import { listFlags } from '../store/flags.ts'
import { type BlockRow, findSource, readDetails, readText, readVersion } from '../store/sources.ts'
import { turns } from '../turns.ts'
import { type Followed, type FollowTask, followText } from './follow.ts'
import { hasPassage } from './renew-flags.ts'

/** Texts shorter than this together, in UTF-16 units, are followed sooner here than a thread is found. */
const shortTexts = 100_000
/** Whatever else is done to the source meanwhile, it is not waited for longer than this. */
const mostAttempts = 3

/** What is to become of a text, worked out of what the notebook says at one moment. */
export interface Plan {
  next: {
    blocks: BlockRow[]
    /** What is known to have stayed, in order in both texts; null where nothing is. */
    kept: Run[] | null
    about: { title: string; metadata: SourceMetadata }
  }
  /** Writes it, inside a recorded transaction. */
  write(followed: Followed): TextChangeReport
}

/** Changes of texts wait for each other, session by session: each begins where the one before ended. */
const inTurn = new WeakMap<Session, ReturnType<typeof turns>>()

/**
 * Changes a source's text as one step of the history. What becomes of annotations and flags is worked out on another
 * thread where the text is long, so that the engine answers meanwhile; only where nothing of it changed meanwhile is the
 * outcome written, all in one transaction, and otherwise it is worked out anew. `plan` reads what it needs each time; a
 * report instead of a plan is the end of it.
 */
export function changeText(
  session: Session,
  { readers, signal, label }: { readers: ReaderPool; signal: AbortSignal; label: string },
  sourceId: string,
  plan: () => Plan | TextChangeReport,
): Promise<TextChangeReport> {
  const turn = inTurn.get(session) ?? turns()
  inTurn.set(session, turn)
  return turn(async () => {
    for (let attempt = 1; ; attempt++) {
      const planned = plan()
      if (!('write' in planned)) return planned
      const { task, basis } = taskFor(session, sourceId, planned.next)
      const isHere = isShort(task) || attempt === mostAttempts
      const followed = isHere ? followText(task) : await readers.follow(task, signal)
      const report = session.change(label, () =>
        basisOf(session, sourceId) === basis ? planned.write(followed) : null,
      )
      if (report !== null) return report
    }
  })
}

function isShort({ follow }: FollowTask): boolean {
  return follow.before.length + canonicalText(follow.blocks).length < shortTexts
}

function taskFor(
  session: Session,
  sourceId: string,
  { blocks, kept, about }: Plan['next'],
): { task: FollowTask; basis: string } {
  const { db } = session.store
  const { text } = required(readText(db, sourceId), 'source')
  const flags = listFlags(db, sourceId)
  const task: FollowTask = {
    follow: {
      before: text,
      blocks,
      kept,
      anchors: listAnchors(db, sourceId).map(({ id: _id, state: _state, ...anchor }) => anchor),
      flags: flags.filter(hasPassage).map(({ start, end }) => ({ start, end })),
      about: { ...about, language: about.metadata.language ?? null },
      wantsTerms: flags.every(({ state }) => state !== 'excluded'),
    },
  }
  return { task, basis: basisOf(session, sourceId) }
}

/** What an outcome was worked out of, and has to be the same still when it is written. */
function basisOf({ store: { db } }: Session, sourceId: string): string {
  const source = required(findSource(db, sourceId), 'source')
  const flags = listFlags(db, sourceId).map(({ id, start, end, state }) => [id, start, end, state])
  return JSON.stringify([
    readVersion(db, sourceId)?.hash,
    source.title,
    source.metadata,
    readDetails(db, sourceId),
    listAnchors(db, sourceId),
    flags,
  ])
}
