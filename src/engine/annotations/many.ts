import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required, type Session } from '../session.ts'
import { countAnnotations, deleteAnnotations, findAnnotation, setColours } from '../store/annotations.ts'
import { changeTags } from '../tags/tags.ts'
import { merge } from './merge.ts'

type ManyCalls = 'annotations.updateMany' | 'annotations.deleteMany' | 'annotations.merge'

/** What is done to many annotations at once, each call one step of the history. */
export const manyAnnotationHandlers: Pick<Handlers<CallsOf<'annotations'>>, ManyCalls> = {
  'annotations.updateMany': (session, { ids, colour, addTags = [], removeTags = [] }) => {
    const { db } = session.store
    const all = known(session, ids)
    session.change('annotations.updateMany', () => {
      if (colour !== undefined) setColours(db, all, colour, now())
      changeTags(session, 'annotation', all, { add: addTags, remove: removeTags })
    })
    return { updated: all.length }
  },

  'annotations.deleteMany': (session, { ids }) => {
    const all = known(session, ids)
    session.change('annotations.deleteMany', () => deleteAnnotations(session.store.db, all))
    return { deleted: all.length }
  },

  'annotations.merge': (session, { ids }) => {
    const all = known(session, ids).map((id) => required(findAnnotation(session.store.db, id), 'annotation'))
    const id = session.change('annotations.merge', () => merge(session, all))
    return required(findAnnotation(session.store.db, id), 'annotation')
  },
}

/** Each id once. Throws `not_found` where one of them is no annotation: then nothing is done at all. */
function known({ store }: Session, ids: readonly string[]): string[] {
  const all = [...new Set(ids)]
  required(countAnnotations(store.db, all) === all.length ? all : null, 'annotation')
  return all
}
