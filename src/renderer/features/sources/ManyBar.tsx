import { Copy, FolderPlus, PencilLine, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SourceSummary } from '#shared/model.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWrite } from '../../engine/queries.ts'
import { groupSources } from '../../objects/origins.ts'
import { offerUndo } from '../../objects/undoToast.ts'
import { useWindow } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/index.ts'
import styles from './ManyBar.module.css'

/** What can be done with several sources at once, while several are selected. */
export function ManyBar({ chosen, onClear }: { chosen: readonly SourceSummary[]; onClear: () => void }) {
  const { t } = useTranslation('sources')
  const write = useWrite()
  const count = chosen.length
  const remove = async (): Promise<void> => {
    const ids = chosen.map(({ id }) => id)
    const done = await write('sources.deleteMany', { ids })
    if (!done) return
    for (const id of ids) useWindow.getState().forgetSource(id)
    onClear()
    await offerUndo(t('many.deleted', { count: done.deleted }))
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('many.bar')}>
      <span className={styles.count} aria-live="polite">
        {t('many.selected', { count })}
      </span>
      <IconButton icon={X} size="small" label={t('many.clearSelection')} onPress={onClear} />
      <div className={styles.actions}>
        <Button size="small" icon={PencilLine} onPress={() => runCommand('sources.details')}>
          {t('many.details')}
        </Button>
        <Button size="small" icon={FolderPlus} onPress={() => runCommand('collections.add')}>
          {t('many.collect')}
        </Button>
        <Button size="small" icon={Copy} onPress={() => void groupSources(chosen.map(({ id }) => id))}>
          {t('many.group')}
        </Button>
        <Button size="small" icon={Trash2} variant="danger" onPress={() => void remove()}>
          {t('delete')}
        </Button>
      </div>
    </div>
  )
}
