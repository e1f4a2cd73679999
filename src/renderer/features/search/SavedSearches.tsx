import { Bookmark, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { showScope, useScope } from '#renderer/state/scope.ts'
import { searchFor } from '#renderer/state/searching.ts'
import { toggleSection, useSections } from '#renderer/state/sections.ts'
import { Button, Dialog, IconButton, Menu, MenuItem, MenuTrigger, TextField } from '#renderer/ui/index.ts'
import { Section } from '#renderer/ui/Section.tsx'
import type { SavedSearch } from '#shared/model.ts'
import { filtersOf } from '#shared/query/edit.ts'
import styles from './SavedSearches.module.css'

/**
 * Searches that were kept: collections that fill themselves, with how much each holds now. Choosing one shows what it
 * finds, and narrows the list of sources to those it finds.
 */
export function SavedSearches() {
  const { t } = useTranslation('search')
  const { data: saved = [] } = useCall('searches.list', {})
  const open = useSections((state) => state.searches)
  const [renaming, setRenaming] = useState<SavedSearch | null>(null)
  if (saved.length === 0) return null
  return (
    <Section title={t('saved')} open={open} onToggle={() => toggleSection('searches')}>
      <ul className={styles.list}>
        {saved.map((search) => (
          <Saved key={search.id} search={search} onRename={() => setRenaming(search)} />
        ))}
      </ul>
      {renaming && <Rename search={renaming} onClose={() => setRenaming(null)} />}
    </Section>
  )
}

function Saved({ search, onRename }: { search: SavedSearch; onRename(): void }) {
  const { t } = useTranslation('search')
  const write = useWrite()
  const shown = useScope(({ scope }) => scope.kind === 'search' && scope.id === search.id)
  const count = useLiveCount(search.query)
  const show = (): void => {
    showScope({ kind: 'search', id: search.id })
    searchFor(search.query)
  }
  const act = async (action: string): Promise<void> => {
    if (action === 'rename') onRename()
    if (action !== 'delete') return
    if (await write('searches.delete', { id: search.id }))
      void offerUndo(t('saved.deleted', { name: search.name }))
  }
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.name}
        title={search.query}
        aria-current={shown ? 'true' : undefined}
        onClick={show}
      >
        <Bookmark size={14} aria-hidden className={styles.icon} />
        <span className={styles.label} dir="auto">
          {search.name}
        </span>
        <span className={styles.count}>{count}</span>
      </button>
      <MenuTrigger>
        <IconButton icon={Ellipsis} size="small" label={t('saved.menu', { name: search.name })} />
        <Menu label={t('saved.menu', { name: search.name })} onAction={(action) => void act(action)}>
          <MenuItem id="rename">{t('saved.rename')}</MenuItem>
          <MenuItem id="delete">{t('saved.delete')}</MenuItem>
        </Menu>
      </MenuTrigger>
    </li>
  )
}

/** How many sources a query finds now; of one that names other kinds, how many of those. */
function useLiveCount(query: string): string {
  const kinds = filtersOf(query).filter(({ field }) => field === 'in')
  const ofObjects = kinds.length > 0 && kinds.every(({ value }) => value !== 'sources')
  const found = useCall('search.sources', { query }, { enabled: !ofObjects, keepPrevious: true })
  const objects = useCall('search.objects', { query, limit: 1 }, { enabled: ofObjects })
  if (ofObjects) {
    const counts = Object.values(objects.data?.counts ?? {})
    return counts.length === 0 ? '' : String(counts.reduce((sum, count) => sum + count, 0))
  }
  return found.data ? String(found.data.sourceIds.length) : ''
}

function Rename({ search, onClose }: { search: SavedSearch; onClose(): void }) {
  const { t } = useTranslation('search')
  const write = useWrite()
  const [name, setName] = useState(search.name)
  const save = async (): Promise<void> => {
    if (name.trim() === '') return
    if (await write('searches.rename', { id: search.id, name })) onClose()
  }
  return (
    <Dialog
      title={t('saved.renameTitle')}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
          {t('saved.renameConfirm')}
        </Button>
      }
    >
      <TextField
        label={t('save.name')}
        value={name}
        onChange={setName}
        autoFocus
        onKeyDown={(event) => event.key === 'Enter' && void save()}
      />
    </Dialog>
  )
}
