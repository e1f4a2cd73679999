import i18next from 'i18next'
import { formatDate } from '#renderer/objects/dates.ts'
import type { FirstSaid, Voice } from './whoFirst.ts'

/** So many are named where it cannot be told which of them was first; of more, their number. */
const mostNamed = 3

/** What the dates say of who was first, in a sentence that claims no more than they do. */
export function firstWords({ voices, first }: FirstSaid, locale: string): string {
  const [only] = first
  if (voices.length === 0 || only === undefined) return i18next.t('timeline:first.nobody')
  const title = nameOf(only)
  const date = formatDate(only.speakers[0]?.source.metadata.issued, locale)
  if (voices.length === 1)
    return i18next.t(date ? 'timeline:first.alone' : 'timeline:first.aloneUndated', { title, date })
  if (first.length === 1) return i18next.t('timeline:first.certain', { title, date })
  const undated = first.filter(({ dated }) => !dated).length
  const why = undated === 0 ? 'overlap' : undated === first.length ? 'unknown' : 'both'
  const titles = first.map(nameOf)
  const who =
    titles.length > mostNamed
      ? i18next.t('timeline:first.several', { count: titles.length })
      : new Intl.ListFormat(locale, { type: 'disjunction' }).format(titles.map((one) => `“${one}”`))
  return i18next.t(`timeline:first.cannot.${why}`, { who })
}

/** `1` where the place is certain, `1–3` where it can be any of these, `?` where nothing is known of the date. */
export function placeWords({ best, worst, dated }: Voice): string {
  if (!dated) return '?'
  return best === worst ? String(best) : `${best}–${worst}`
}

function nameOf({ speakers }: Voice): string {
  return speakers[0]?.source.title ?? ''
}
