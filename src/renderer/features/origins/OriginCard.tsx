import { Merge, Pencil, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { write } from '#renderer/engine/queries.ts'
import { sourceByline } from '#renderer/objects/dates.ts'
import { formatPercent } from '#renderer/objects/numbers.ts'
import { groupSources, ungroupSource } from '#renderer/objects/origins.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { Button, Chip, IconButton, Menu, MenuItem, MenuTrigger } from '#renderer/ui/index.ts'
import type { Origin } from '#shared/model.ts'
import styles from './OriginsDialog.module.css'

/** One origin: its name, how its sources came to be one voice, and what can be done with it. */
export function OriginCard({ origin, others }: { origin: Origin; others: readonly Origin[] }) {
  const { t } = useTranslation('origins')
  const [renaming, setRenaming] = useState(false)
  const rename = async (label: string): Promise<void> => {
    const done = await write('origins.rename', { id: origin.id, label })
    if (done) await offerUndo(t('renamed', { label }))
  }
  const merge = (otherId: string): void => {
    const other = others.find(({ id }) => id === otherId)
    const [first, second] = [other?.sources[0], origin.sources[0]]
    // The first one's origin gives the name.
    if (first && second) void groupSources([first.id, second.id])
  }
  return (
    <li className={styles.origin} aria-label={origin.label}>
      <header className={styles.head}>
        {renaming ? (
          <InlineField
            label={t('name')}
            value={origin.label}
            onSave={(label) => void rename(label)}
            onDone={() => setRenaming(false)}
          />
        ) : (
          <h4 className={styles.label}>{origin.label}</h4>
        )}
        <span className={styles.count}>
          {t('sources', { count: origin.sources.length })}, {t('origins', { count: 1 })}
        </span>
        <Chip>{t(`how.${origin.how}`)}</Chip>
        <IconButton icon={Pencil} size="small" label={t('rename')} onPress={() => setRenaming(true)} />
        {others.length > 0 && (
          <MenuTrigger>
            <IconButton icon={Merge} size="small" label={t('merge')} />
            <Menu label={t('merge')} onAction={merge}>
              {others.map((other) => (
                <MenuItem key={other.id} id={other.id}>
                  {other.label}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        )}
      </header>
      <ul className={styles.sources}>
        {origin.sources.map((source) => (
          <Member key={source.id} source={source} first={origin.sources[0]?.title ?? ''} />
        ))}
      </ul>
    </li>
  )
}

/** Of texts that share less than this it is no reason that they are one voice. */
const worthSaying = 0.1

function Member({ source, first }: { source: Origin['sources'][number]; first: string }) {
  const { t, i18n } = useTranslation('origins')
  const { title, metadata, similarity } = source
  const like =
    similarity === null || similarity < worthSaying
      ? ''
      : t('like', { percent: formatPercent(similarity, i18n.language), first })
  const facts = [sourceByline(metadata, i18n.language), like].filter((fact) => fact !== '')
  return (
    <li className={styles.source}>
      <span className={styles.words}>
        <span className={styles.sourceTitle}>{title}</span>
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      </span>
      <Button
        size="small"
        variant="quiet"
        icon={Unlink}
        aria-label={t('splitNamed', { title })}
        onPress={() => void ungroupSource(source.id)}
      >
        {t('split')}
      </Button>
    </li>
  )
}
