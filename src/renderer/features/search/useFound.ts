import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useLastGood } from './useLastGood.ts'

/** So many of the best are asked for first; all, up to what the engine ranks, when they are to be seen or put in order. */
const firstHits = 200
const allHits = 5_000
const mostObjects = 200

export type Found = ReturnType<typeof useFound>

/** What a query finds, for the search view: the best, or the `whole` of it. A query that is none leaves what was found before. */
export function useFound(query: string, whole: boolean) {
  const { t } = useTranslation('search')
  const search = useCall(
    'search.query',
    { query, limit: whole ? allHits : firstHits },
    { keepPrevious: true },
  )
  const objects = useCall('search.objects', { query, limit: mostObjects }, { keepPrevious: true })
  const facets = useCall('search.facets', { query }, { keepPrevious: true })
  const result = useLastGood(search.data)
  const foundObjects = useLastGood(objects.data)
  const sources = useLastGood(facets.data)?.sources ?? 0
  const others = Object.values(foundObjects?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  const passages = result && t(result.capped ? 'moreThan' : 'passages', { count: result.total })
  const counts = [
    result && result.total > 0 && t('passagesIn', { passages, sources: t('inSources', { count: sources }) }),
    others > 0 && t('objects', { count: others }),
  ].filter((part) => typeof part === 'string')
  const waiting = result === undefined && search.error === null
  return {
    result,
    /** More is on its way. */
    growing: search.isPlaceholderData,
    objects: foundObjects?.objects ?? [],
    error: search.error,
    waiting,
    summary: waiting ? t('searching') : counts.join(' · ') || t('nothing'),
    nothing: !waiting && counts.length === 0,
  }
}
