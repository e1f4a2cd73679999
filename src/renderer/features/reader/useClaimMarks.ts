import { useEffect } from 'react'
import { useCall } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import { markOwn } from './text/ownMarks.ts'
import type { TextMap } from './text/TextMap.ts'

/** Marks the passages of a text that bear on the claim that is selected, wherever in the window it was chosen. */
export function useClaimMarks(map: TextMap | null): void {
  const claimId = useWindow(({ selection }) => (selection?.kind === 'claim' ? selection.id : null))
  const { data: claim } = useCall('claims.get', { id: claimId ?? '' }, { enabled: claimId !== null })
  useEffect(() => {
    if (!map || !claim || claim.id !== claimId) return
    const own = claim.evidence.flatMap(({ annotation }) =>
      annotation && annotation.sourceId === map.sourceId && annotation.state !== 'lost' ? [annotation] : [],
    )
    return markOwn('evidence', map, own)
  }, [map, claim, claimId])
}
