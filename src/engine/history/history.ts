import type { CallsOf, Handlers } from '../handlers.ts'

const defaultLength = 200

export const historyHandlers: Handlers<
  Exclude<CallsOf<'history'>, 'history.ofObject' | 'history.restore' | 'history.touched'>
> = {
  'history.state': ({ store }) => store.journal.state(),
  'history.list': ({ store }, { limit }) => store.journal.list(limit ?? defaultLength),
  'history.undo': (session) => session.undo(),
  'history.redo': (session) => session.redo(),
}
