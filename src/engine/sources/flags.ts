import { CrossreadError } from '#shared/errors.ts'
import type { Flag } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required, type Session } from '../session.ts'
import { deleteFlag, findFlag, insertFlags, listFlags, setFlagState } from '../store/flags.ts'
import { readText } from '../store/sources.ts'

/** What import noticed and the reader judged, and what the reader took out. */
export const flagHandlers: Handlers<CallsOf<'flags'>> = {
  'flags.list': ({ store }, { sourceId }) => listFlags(store.db, sourceId ?? null),

  'flags.set': (session, { ids, state }) => {
    const { db } = session.store
    const flags = [...new Set(ids)].map((id) => required(findFlag(db, id), 'flag'))
    if (state === 'excluded') for (const flag of flags) requirePassage(flag)
    session.change('flags.set', () => {
      for (const flag of flags) {
        // A passage that was taken out by hand and is put back leaves nothing to judge.
        if (flag.kind === 'by-hand' && state !== 'excluded') deleteFlag(db, flag.id)
        else setFlagState(db, flag.id, state)
      }
    })
    return flags.flatMap(({ id }) => findFlag(db, id) ?? [])
  },

  'flags.exclude': (session, { sourceId, start, end }) => {
    const { db } = session.store
    const { text } = required(readText(db, sourceId), 'source')
    if (start >= end || end > text.length) {
      throw new CrossreadError('invalid_input', 'There is no such passage in this text.')
    }
    return session.change('flags.exclude', () => excludePassage(session, sourceId, start, end))
  },
}

function requirePassage({ start, end }: Flag): void {
  if (start === null || end === null || start >= end) {
    throw new CrossreadError(
      'invalid_input',
      'This flag is about the whole source. Only a passage can be taken out.',
    )
  }
}

/** One passage stands for all that were taken out by hand and overlap or touch it. */
function excludePassage({ store: { db } }: Session, sourceId: string, start: number, end: number): Flag {
  const touching = listFlags(db, sourceId).filter(
    (flag) =>
      flag.kind === 'by-hand' &&
      flag.state === 'excluded' &&
      flag.start !== null &&
      flag.end !== null &&
      flag.start <= end &&
      flag.end >= start,
  )
  for (const flag of touching) deleteFlag(db, flag.id)
  const passage = {
    start: Math.min(start, ...touching.map((flag) => flag.start ?? start)),
    end: Math.max(end, ...touching.map((flag) => flag.end ?? end)),
  }
  const [id = ''] = insertFlags(db, sourceId, [
    { kind: 'by-hand', ...passage, message: 'You took this passage out.', state: 'excluded' },
  ])
  return required(findFlag(db, id), 'flag')
}
