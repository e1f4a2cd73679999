import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { hasPassage, type PassageFlag } from '#renderer/objects/flags.ts'
import type { Flag } from '#shared/model.ts'
import type { Painting } from '../text/painting.ts'
import type { TextMap } from '../text/TextMap.ts'

/** Marks flagged passages in the text, and puts a sign into the margin beside where each begins. */
export function useFlagMarks(
  map: TextMap | null,
  painting: Painting | null,
  flags: readonly Flag[] | undefined,
): void {
  const { t } = useTranslation('flags')
  useEffect(() => {
    if (!map || !painting || !flags) return
    const marked = flags.filter(hasPassage).filter(({ state }) => state !== 'dismissed')
    painting.setFlags(marked)
    return putSigns(map, marked, {
      open: t('sign.open'),
      excluded: t('sign.excluded'),
    })
  }, [map, painting, flags, t])
}

/** Returns how to take the signs away. Where a block has several, one that is left out says more than one to judge. */
function putSigns(
  map: TextMap,
  flags: readonly PassageFlag[],
  words: Record<'open' | 'excluded', string>,
): () => void {
  const signed = new Set<HTMLElement>()
  const excludedLast = [...flags].sort(
    (a, b) => Number(a.state === 'excluded') - Number(b.state === 'excluded'),
  )
  for (const { start, state } of excludedLast) {
    const element = map.elementAt(start)
    if (!element) continue
    const sign = state === 'excluded' ? 'excluded' : 'open'
    element.dataset.flag = sign
    element.dataset.sign = words[sign]
    signed.add(element)
  }
  return () => {
    for (const element of signed) {
      delete element.dataset.flag
      delete element.dataset.sign
    }
  }
}
