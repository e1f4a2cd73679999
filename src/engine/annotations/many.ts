import type { Annotation } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required, type Session } from '../session.ts'
import { deleteAnnotation, findAnnotation, setColour } from '../store/annotations.ts'
import { changeTags } from '../tags/tags.ts'
import { merge } from './merge.ts'

type ManyCalls = 'annotations.updateMany' | 'annotations.deleteMany' | 'annotations.merge'

/** What is done to many annotations at once, each call one step of the history. */
export const manyAnnotationHandlers: Pick<Handlers<CallsOf<'annotations'>>, ManyCalls> = {
  'annotations.updateMany': (session, { ids, colour, addTags = [], removeTags = [] }) => {
    const { db } = session.store
    const annotations = all(session, ids)
    const at = now()
    session.change('annotations.updateMany', () => {
      if (colour !== undefined) for (const { id } of annotations) setColour(db, id, colour, at)
      changeTags(
        session,
        annotations.map(({ id }) => ({ kind: 'annotation', id })),
        { add: addTags, remove: removeTags },
      )
    })
    return { updated: annotations.length }
  },

  'annotations.deleteMany': (session, { ids }) => {
    const annotations = all(session, ids)
    session.change('annotations.deleteMany', () => {
      for (const { id } of annotations) deleteAnnotation(session.store.db, id)
    })
    return { deleted: annotations.length }
  },

  'annotations.merge': (session, { ids }) => {
    const annotations = all(session, ids)
    const id = session.change('annotations.merge', () => merge(session, annotations))
    return required(findAnnotation(session.store.db, id), 'annotation')
  },
}

function all({ store }: Session, ids: readonly string[]): Annotation[] {
  return [...new Set(ids)].map((id) => required(findAnnotation(store.db, id), 'annotation'))
}
