import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatPartialDate } from '#renderer/objects/dates.ts'
import type { Relation } from '#shared/model.ts'
import type { LaneItem, PlacedCount, PlacedMark } from './layout.ts'
import type { Mark } from './marks.ts'
import { partsOfDay } from './scale.ts'

/** What items are called: asked for anew at every step of a zoom, the words of dates are kept. */
export function useItemNames(bearing: ReadonlyMap<string, Relation[]> | null): (item: LaneItem) => string {
  const { t, i18n } = useTranslation('timeline')
  return useMemo(() => {
    const locale = i18n.language
    const known = new WeakMap<Mark, string>()
    const ofMark = ({ mark }: PlacedMark): string => {
      const found = known.get(mark)
      if (found !== undefined) return found
      const date = formatDate(mark.date, locale, 'spoken')
      const relation = bearing
        ?.get(mark.sourceId)
        ?.map(({ name }) => name)
        .join(', ')
      const { title } = mark
      const name = relation ? t('markBears', { title, date, relation }) : t('mark', { title, date })
      known.set(mark, name)
      return name
    }
    const ofCount = ({ marks, same, unfolded, from, to }: PlacedCount): string => {
      const day = (number: number): string => formatPartialDate(partsOfDay(number), locale)
      const when = same
        ? formatDate(marks[0]?.date, locale)
        : t('fromTo', { from: day(from), to: day(to - 1) })
      const key = same ? (unfolded ? 'countFold' : 'countUnfold') : 'countCloser'
      return t(key, { count: marks.length, when })
    }
    return (item) => (item.kind === 'mark' ? ofMark(item) : ofCount(item))
  }, [t, i18n.language, bearing])
}
