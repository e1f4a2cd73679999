import { type KeyboardEvent, useState } from 'react'
import type { Relation } from '#shared/model.ts'
import { useRelationsByUse } from './relations.ts'

/**
 * Which relation a link that is being made will be of: the one used last, until another is chosen. Spread `keys` over what
 * holds the search for the other end: with Alt the arrows up and down change the relation, wherever the focus is in it.
 */
export function useRelationChoice() {
  const relations = useRelationsByUse()
  const [chosen, setChosen] = useState<string | null>(null)
  const relation: Relation | undefined = relations.find(({ id }) => id === chosen) ?? relations[0]
  const step = (by: 1 | -1): void => {
    const at = relations.findIndex(({ id }) => id === relation?.id)
    const next = relations[(at + by + relations.length) % relations.length]
    if (next) setChosen(next.id)
  }
  return {
    relation,
    choose: setChosen,
    keys: {
      onKeyDownCapture(event: KeyboardEvent) {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
        if (!event.altKey || by === undefined || event.ctrlKey || event.metaKey) return
        // Neither the list of what was found nor an open list of relations is meant.
        event.preventDefault()
        event.stopPropagation()
        step(by)
      },
    },
  }
}
