import { ArrowDownWideNarrow, FileInput, Plus, X } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand, useCommand } from '../../commands/registry.ts'
import { useCall } from '../../engine/queries.ts'
import { askForCollection, chooseSources, showAllSources, useScope } from '../../state/scope.ts'
import { showSourceInfo } from '../../state/sidePanel.ts'
import { useWindow } from '../../state/window.ts'
import { Button, EmptyState, IconButton, Menu, MenuItem, MenuTrigger, SearchField } from '../../ui/index.ts'
import { ManyDialog } from './details/ManyDialog.tsx'
import { filterSources, type Order, orders, sortSources } from './list.ts'
import { ManyBar } from './ManyBar.tsx'
import { SourceList } from './SourceList.tsx'
import styles from './SourcesPanel.module.css'
import { type Scoped, useScoped } from './useScoped.ts'

/** The sources of the notebook, to filter, sort, open and rename. `groups` stand above them: what narrows the list. */
export function SourcesPanel({ groups }: { groups?: ReactNode }) {
  const { t } = useTranslation('sources')
  const { data: all = [] } = useCall('sources.list', {})
  const scoped = useScoped(all)
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order>('title')
  const sorted = useMemo(() => sortSources(scoped.sources, order), [scoped.sources, order])
  // What is typed appears at once, and the rows follow.
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => filterSources(sorted, wanted), [sorted, wanted])
  const selected = useScope((state) => state.chosen)
  // What a filter hides is not meant.
  const chosen = useMemo(() => shown.filter(({ id }) => selected.has(id)), [shown, selected])
  const chosenIds = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen])
  const several = chosen.length > 1
  const sourceId = useWindow((state) => state.sourceId)
  const [editing, setEditing] = useState(false)
  useCommand('sources.details', () => (several ? setEditing(true) : showSourceInfo()), {
    enabled: several || sourceId !== null,
  })
  useCommand(
    'collections.add',
    () => askForCollection(several ? [...chosenIds] : sourceId ? [sourceId] : []),
    {
      enabled: several || sourceId !== null,
    },
  )
  return (
    <nav className={styles.panel} aria-label={t('title')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('title')}</h2>
        <OrderMenu order={order} onChange={setOrder} />
        <IconButton icon={Plus} size="small" label={t('import')} onPress={() => runCommand('import.files')} />
      </header>
      <div className={styles.filter}>
        <SearchField label={t('filter')} value={filter} onChange={setFilter} />
      </div>
      {groups && <div className={styles.groups}>{groups}</div>}
      <ScopeHead scoped={scoped} shown={shown.length} all={all.length} />
      {shown.length > 0 ? (
        <SourceList sources={shown} chosen={chosenIds} />
      ) : (
        !scoped.waiting && <NoSources scoped={scoped} filtered={filter !== ''} all={all.length} />
      )}
      {several && <ManyBar chosen={chosen} onClear={() => chooseSources(new Set())} />}
      {editing && several && <ManyDialog sources={chosen} onClose={() => setEditing(false)} />}
    </nav>
  )
}

/** What the rows below are, how many, and the way back to all. */
function ScopeHead({ scoped, shown, all }: { scoped: Scoped; shown: number; all: number }) {
  const { t } = useTranslation('sources')
  const narrowed = useScope(({ scope, tags }) => scope.kind !== 'all' || tags.length > 0)
  const count = shown === all ? t('all', { count: all }) : t('shown', { shown, count: all })
  return (
    <div className={styles.scope}>
      <h3 className={styles.section} aria-live="polite">
        {scoped.name !== null && (
          <bdi className={styles.scopeName} title={scoped.name}>
            {scoped.name}
          </bdi>
        )}
        <span>{scoped.name === null ? count : t('inScope', { shown, count: all })}</span>
      </h3>
      {narrowed && (
        <IconButton icon={X} size="small" label={t('showAll', { count: all })} onPress={showAllSources} />
      )}
    </div>
  )
}

function NoSources({ scoped, filtered, all }: { scoped: Scoped; filtered: boolean; all: number }) {
  const { t } = useTranslation('sources')
  if (all === 0) {
    return (
      <EmptyState
        icon={FileInput}
        title={t('noneTitle')}
        action={<Button onPress={() => runCommand('import.files')}>{t('import')}</Button>}
      />
    )
  }
  if (!filtered && scoped.kind === 'collection' && scoped.sources.length === 0) {
    return <EmptyState title={t('emptyCollection')} text={t('emptyCollectionText')} />
  }
  return <EmptyState title={t('noMatch')} />
}

function OrderMenu({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const { t } = useTranslation('sources')
  const choose = (id: string): void => onChange(orders.find((known) => known === id) ?? order)
  return (
    <MenuTrigger>
      <IconButton icon={ArrowDownWideNarrow} size="small" label={t('sort', { order: t(`order.${order}`) })} />
      <Menu label={t('sortLabel')} onAction={choose}>
        {orders.map((name) => (
          <MenuItem key={name} id={name}>
            {t(`order.${name}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
