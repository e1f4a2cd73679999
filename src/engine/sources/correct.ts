import { CrossreadError } from '#shared/errors.ts'
import type { TextChangeReport } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { canonicalText } from '../import/canonical.ts'
import { hashText } from '../import/prepare.ts'
import type { EngineContext } from '../notebook.ts'
import { required, type Session } from '../session.ts'
import { findSource, readDetails, readText } from '../store/sources.ts'
import { changeText, type Plan } from './change-text.ts'
import { correctText } from './correct-text.ts'
import { putVersion } from './new-version.ts'
import { nothingMoved } from './reanchor.ts'
import { isInsidePair, rebaseEdits, type TextEdit } from './text-edits.ts'

export const correctHandlers: Pick<Handlers<CallsOf<'sources'>, EngineContext>, 'sources.correct'> = {
  'sources.correct': ({ session, readers }, { id, edits }) => {
    const { text } = required(readText(session.store.db, id), 'source')
    checkEdits(text, edits)
    const signal = new AbortController().signal
    return changeText(session, { readers, signal, label: 'sources.correct' }, id, () =>
      correction(session, id, { text, edits }),
    )
  },
}

/**
 * What edits make of a source, which were made on the text it had when they were asked for. Throws `not_found`, `conflict`
 * where that text was changed at the same places since, and `invalid_input` for edits that leave nothing of it.
 */
function correction(
  session: Session,
  id: string,
  asked: { text: string; edits: readonly TextEdit[] },
): Plan | TextChangeReport {
  const { db } = session.store
  const { title, metadata } = required(findSource(db, id), 'source')
  const before = required(readText(db, id), 'source')
  const edits = before.text === asked.text ? asked.edits : rebaseEdits(asked.text, before.text, asked.edits)
  if (edits === null) {
    throw new CrossreadError(
      'conflict',
      'The text was changed at the same place in the meantime. Correct it as it is now.',
    )
  }
  const { blocks, kept } = correctText(before.blocks, before.text, edits)
  if (blocks.length === 0) {
    throw new CrossreadError('invalid_input', 'This leaves nothing of the text. Delete the source instead.')
  }
  const hash = hashText(canonicalText(blocks))
  if (hash === before.hash) return nothingMoved(db, id)
  const details = { ...readDetails(db, id), corrected: true }
  return {
    next: { blocks, kept, about: { title, metadata } },
    write: (followed) => putVersion(session, id, { hash, blocks, details }, followed),
  }
}

/** Throws `invalid_input` for edits that do not fit the text. */
function checkEdits(text: string, edits: readonly TextEdit[]): void {
  let last = 0
  for (const { start, end } of edits) {
    if (start > end || end > text.length) {
      throw new CrossreadError('invalid_input', 'An edit lies outside the text.', { start, end })
    }
    if (start < last) {
      throw new CrossreadError('invalid_input', 'Edits have to be in order, and must not overlap.', {
        start,
        end,
      })
    }
    if (isInsidePair(text, start) || isInsidePair(text, end)) {
      throw new CrossreadError('invalid_input', 'An edit cuts a character in two.', { start, end })
    }
    last = end
  }
}
