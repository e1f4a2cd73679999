import { Columns2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDropTarget } from '../objects/useDropTarget.ts'
import { useWindow } from '../state/window.ts'
import styles from './Pane.module.css'

const accepted = ['source', 'claim', 'note'] as const

/** While a row or a tab is dragged: the edge of the reading area, where it can be dropped to stand beside it. */
export function EdgeDrop() {
  const { t } = useTranslation('app')
  const { drop, handlers } = useDropTarget(accepted, (dragged) => {
    if (dragged.kind !== 'passage') useWindow.getState().openBeside({ kind: dragged.kind, id: dragged.id })
  })
  if (!drop) return null
  return (
    <div className={styles.edge} data-drop={drop} {...handlers}>
      <Columns2 size={18} aria-hidden />
      {t('beside.drop')}
    </div>
  )
}
