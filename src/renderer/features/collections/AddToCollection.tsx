import { Check, FolderPlus } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { addToCollection, createCollection } from '#renderer/objects/collections.ts'
import { endAsking, useScope } from '#renderer/state/scope.ts'
import { Dialog, ListBox, ListBoxItem, SearchField } from '#renderer/ui/index.ts'
import styles from './AddToCollection.module.css'
import { type Line, linesFor } from './tree.ts'

/** Asks into which collection the sources in hand are to be put: one there is, or a new one of the name that is typed. */
export function AddToCollection() {
  const adding = useScope((state) => state.adding)
  return adding && adding.length > 0 ? <Chooser sourceIds={adding} /> : null
}

const newKey = 'new'

function Chooser({ sourceIds }: { sourceIds: readonly string[] }) {
  const { t } = useTranslation('collections')
  const { data: collections = [] } = useCall('collections.list', {})
  const [text, setText] = useState('')
  const lines = linesFor(collections, text, sourceIds)
  const name = text.trim()
  const isNew = name !== '' && !lines.some(({ collection }) => isSame(collection.name, name))
  const choose = (key: unknown): void => {
    const line = lines.find(({ collection }) => collection.id === key)
    if (line) void addToCollection(line.collection, sourceIds)
    else if (key === newKey) void createCollection(name, sourceIds)
    endAsking()
  }
  const items = [
    ...lines.map((line) => ({ id: line.collection.id, line })),
    ...(isNew ? [{ id: newKey, line: null }] : []),
  ]
  return (
    <Dialog title={t('addTitle', { count: sourceIds.length })} size="small" isOpen onClose={endAsking}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <div className={styles.chooser}>
          <SearchField label={t('find')} autoFocus maxLength={200} />
          <ListBox
            className={styles.list ?? ''}
            aria-label={t('title')}
            items={items}
            dependencies={[name, sourceIds]}
            onAction={choose}
            renderEmptyState={() => <p className={styles.none}>{t('typeToCreate')}</p>}
          >
            {({ id, line }) => (
              <ListBoxItem id={id} textValue={line?.collection.name ?? t('createNamed', { name })}>
                {line ? <CollectionLine line={line} of={sourceIds.length} /> : <NewLine name={name} />}
              </ListBoxItem>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </Dialog>
  )
}

function CollectionLine({ line: { collection, around, holds }, of }: { line: Line; of: number }) {
  const { t } = useTranslation('collections')
  return (
    <span className={styles.line}>
      <span className={styles.name} dir="auto">
        {around.length > 0 && <span className={styles.around}>{`${around.join(' / ')} / `}</span>}
        {collection.name}
      </span>
      {holds > 0 && (
        <span className={styles.holds}>
          <Check size={13} aria-hidden />
          {holds === of ? t('holdsAll') : t('holdsSome', { count: holds })}
        </span>
      )}
    </span>
  )
}

function NewLine({ name }: { name: string }) {
  const { t } = useTranslation('collections')
  return (
    <span className={styles.line}>
      <FolderPlus size={14} aria-hidden />
      <span className={styles.name}>{t('createNamed', { name })}</span>
    </span>
  )
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
}
