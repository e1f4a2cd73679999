import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required } from '../session.ts'
import { deleteMute, putMute, readInbox } from '../store/inbox.ts'
import { objectExists } from '../store/links.ts'

export const inboxHandlers: Handlers<CallsOf<'inbox'> | 'views.inbox'> = {
  'views.inbox': ({ store }) => readInbox(store.db),

  'inbox.mute': (session, { rule, object, reason }) => {
    const { db } = session.store
    required(objectExists(db, object) ? object : null, object.kind)
    const id = session.change('inbox.mute', () =>
      putMute(db, { id: newId(), rule, object, reason, at: now() }),
    )
    return { id }
  },

  'inbox.unmute': (session, { id }) => {
    const { db } = session.store
    if (!session.change('inbox.unmute', () => deleteMute(db, id))) {
      throw new CrossreadError('not_found', 'This is not muted (any more).')
    }
    return { ok: true }
  },
}
