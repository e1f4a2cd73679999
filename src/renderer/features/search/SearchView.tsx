import { Download, Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { engine } from '#renderer/engine/client.ts'
import { messageOf, useCall } from '#renderer/engine/queries.ts'
import { setSearch } from '#renderer/state/searching.ts'
import { type SearchShown, searchTabs, showSearch, useSearching } from '#renderer/state/searchShown.ts'
import { useWindow } from '#renderer/state/window.ts'
import { download } from '#renderer/ui/download.ts'
import { Button, EmptyState, Tabs, toast } from '#renderer/ui/index.ts'
import { useDebounced } from '#renderer/ui/useDebounced.ts'
import { Concordance } from './Concordance.tsx'
import { hitsAsCsv, linesAsCsv } from './csv.ts'
import { Filters } from './Filters.tsx'
import { HitList } from './HitList.tsx'
import { Expansions, Mistake, Renewing } from './parts.tsx'
import { resultsId } from './results.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { SaveSearch } from './SaveSearch.tsx'
import styles from './SearchView.module.css'
import { SourceCounts } from './SourceCounts.tsx'
import { useFound } from './useFound.ts'

const settleMs = 150
type TabName = SearchShown['tab']

/** Everything that the words in the search field find, with filters beside it. */
export function SearchView() {
  const { t } = useTranslation('search')
  const text = useSearching((state) => state.text)
  const query = useDebounced(text.trim(), settleMs)
  const sidebar = useWindow((state) => state.sidebar)
  return (
    <div className={styles.view}>
      <div className={styles.filters}>
        {!sidebar && <SavedSearches />}
        {query !== '' && <Filters query={query} onChange={setSearch} />}
      </div>
      <section className={styles.main} aria-label={t('results')}>
        {query === '' ? (
          <EmptyState
            icon={Search}
            title={t('view.emptyTitle')}
            text={t('view.emptyText')}
            action={<Button onPress={() => runCommand('search.focus')}>{t('view.write')}</Button>}
          />
        ) : (
          <Found query={query} />
        )}
      </section>
    </div>
  )
}

function Found({ query }: { query: string }) {
  const { t } = useTranslation('search')
  const { tab, order } = useSearching()
  // Only all of them can be put in another order than the best first.
  const [wholeOf, setWholeOf] = useState<string | null>(null)
  const found = useFound(query, wholeOf === query || order !== 'best')
  return (
    <>
      <header className={styles.head}>
        <div className={styles.words} role="status">
          <h2 className={styles.count}>{found.summary}</h2>
          {found.error && <Mistake query={query} error={found.error} />}
          {!found.error && (
            <Expansions query={query} expansions={found.result?.expansions ?? []} onChange={setSearch} />
          )}
          {found.result?.capped && (
            <p className={styles.note}>{t('capped', { count: found.result.total })}</p>
          )}
          {found.nothing && query.includes(' ') && <p className={styles.note}>{t('together')}</p>}
          {found.result?.partial && <p className={styles.note}>{t('partial')}</p>}
          <Renewing />
        </div>
        <div className={styles.tools}>
          <SaveSearch query={query} isDisabled={found.error !== null} />
          <ExportHits query={query} tab={tab} isDisabled={found.error !== null} />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: moves the focus through the buttons inside */}
      <div id={resultsId} className={styles.results} onKeyDown={moveThroughResults}>
        <Tabs
          label={t('view.tabs')}
          selected={tab}
          onChange={(id) => showSearch({ tab: searchTabs.find((name) => name === id) ?? 'passages' })}
          items={[
            {
              id: 'passages',
              title: t('tab.passages'),
              content: <HitList query={query} found={found} onWhole={() => setWholeOf(query)} />,
            },
            { id: 'context', title: t('tab.context'), content: <Concordance query={query} /> },
            { id: 'sources', title: t('tab.sources'), content: <SourceCounts query={query} /> },
          ]}
        />
      </div>
    </>
  )
}

/** The arrows go from result to result, and from the first of them back into the field. */
function moveThroughResults(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-result]')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-result]')]
  const next = all.indexOf(event.target) + step
  if (next < 0) runCommand('search.focus')
  else all[next]?.focus()
  event.preventDefault()
}

/** More rows than this nobody opens in a spreadsheet. */
const mostRows = 100_000

function ExportHits({ query, tab, isDisabled }: { query: string; tab: TabName; isDisabled: boolean }) {
  const { t, i18n } = useTranslation('search')
  const { data: all } = useCall('sources.list', {})
  const sources = useMemo(() => new Map((all ?? []).map((source) => [source.id, source])), [all])
  const save = async (): Promise<void> => {
    const named = { sources, locale: i18n.language }
    try {
      const csv =
        tab === 'passages'
          ? hitsAsCsv((await engine.call('search.query', { query, limit: mostRows })).hits, named)
          : linesAsCsv((await engine.call('search.concordance', { query, limit: mostRows })).lines, named)
      download(t('export.file'), 'text/csv;charset=utf-8', csv)
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    }
  }
  return (
    <Button size="small" icon={Download} isDisabled={isDisabled} onPress={() => void save()}>
      {t('export.csv')}
    </Button>
  )
}
