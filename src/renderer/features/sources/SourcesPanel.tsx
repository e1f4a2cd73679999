import { ArrowDownWideNarrow, ChevronDown, ChevronRight, FileInput, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand, useCommand } from '../../commands/registry.ts'
import { useCall } from '../../engine/queries.ts'
import { showSourceInfo } from '../../state/sidePanel.ts'
import { useWindow } from '../../state/window.ts'
import {
  Button,
  Chip,
  EmptyState,
  IconButton,
  Menu,
  MenuItem,
  MenuTrigger,
  SearchField,
} from '../../ui/index.ts'
import { ManyDialog } from './details/ManyDialog.tsx'
import { filterSources, type Order, orders, sortSources, tagCounts } from './list.ts'
import { ManyBar } from './ManyBar.tsx'
import { SourceList } from './SourceList.tsx'
import styles from './SourcesPanel.module.css'

/** Every source of the notebook, to filter, sort, open and rename. */
export function SourcesPanel() {
  const { t } = useTranslation('sources')
  const { data: sources = [] } = useCall('sources.list', {})
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order>('title')
  const [tag, setTag] = useState<string | null>(null)
  const tags = useMemo(() => tagCounts(sources), [sources])
  const chosenTag = tags.some(({ name }) => name === tag) ? tag : null
  const shown = useMemo(
    () => sortSources(filterSources(sources, filter, chosenTag), order),
    [sources, filter, chosenTag, order],
  )
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // What a filter hides is not meant.
  const chosen = useMemo(() => shown.filter(({ id }) => selected.has(id)), [shown, selected])
  const several = chosen.length > 1
  const sourceId = useWindow((state) => state.sourceId)
  const [editing, setEditing] = useState(false)
  useCommand('sources.details', () => (several ? setEditing(true) : showSourceInfo()), {
    enabled: several || sourceId !== null,
  })
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
      {tags.length > 0 && <Tags tags={tags} chosen={chosenTag} onChoose={setTag} />}
      <h3 className={styles.section}>
        {shown.length === sources.length
          ? t('all', { count: sources.length })
          : t('shown', { shown: shown.length, count: sources.length })}
      </h3>
      {shown.length > 0 ? (
        <SourceList
          sources={shown}
          chosen={new Set(several ? chosen.map(({ id }) => id) : [])}
          onChoose={setSelected}
        />
      ) : sources.length === 0 ? (
        <EmptyState
          icon={FileInput}
          title={t('noneTitle')}
          action={<Button onPress={() => runCommand('import.files')}>{t('import')}</Button>}
        />
      ) : (
        <EmptyState title={t('noMatch')} />
      )}
      {several && <ManyBar chosen={chosen} onClear={() => setSelected(new Set())} />}
      {editing && several && <ManyDialog sources={chosen} onClose={() => setEditing(false)} />}
    </nav>
  )
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

interface TagsProps {
  tags: { name: string; count: number }[]
  chosen: string | null
  onChoose(tag: string | null): void
}

function Tags({ tags, chosen, onChoose }: TagsProps) {
  const { t } = useTranslation('sources')
  const [open, setOpen] = useState(false)
  const Arrow = open || chosen !== null ? ChevronDown : ChevronRight
  return (
    <section className={styles.tags}>
      <Button variant="quiet" size="small" icon={Arrow} aria-expanded={open} onPress={() => setOpen(!open)}>
        {t('tags', { count: tags.length })}
      </Button>
      <div className={styles.chips}>
        {tags
          .filter(({ name }) => open || name === chosen)
          .map(({ name, count }) => (
            <Chip
              key={name}
              pressed={name === chosen}
              onPress={() => onChoose(name === chosen ? null : name)}
            >
              {name} {count}
            </Chip>
          ))}
      </div>
    </section>
  )
}
