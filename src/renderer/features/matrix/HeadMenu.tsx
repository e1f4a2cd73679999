import {
  ArrowDownWideNarrow,
  FoldHorizontal,
  PanelRight,
  SquareArrowOutUpRight,
  UnfoldHorizontal,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMatrixShown } from '#renderer/state/matrixShown.ts'
import { useWindow } from '#renderer/state/window.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '#renderer/ui/index.ts'
import type { ClaimSummary, ObjectRef } from '#shared/model.ts'
import { isSeveral, type MatrixColumn } from './columns.ts'
import type { MatrixGrid } from './grid.ts'
import { toggleAt } from './toggle.ts'

/** Where a head's menu was asked for, in px of the viewport: of a claim or of a column. */
export interface HeadMenuAt {
  x: number
  y: number
  claim: ClaimSummary | undefined
  column: MatrixColumn | undefined
}

interface HeadMenuProps {
  menu: HeadMenuAt | null
  grid: MatrixGrid
  onClose: () => void
}

/** What can be done with a claim or a column: to open it, and to sort the other side by what it says. */
export function HeadMenu({ menu, grid, onClose }: HeadMenuProps) {
  const { t } = useTranslation('matrix')
  const { claim, column } = menu ?? {}
  const object = objectOf(claim, column)
  const act = (action: string): void => {
    const { openSource, openClaim, openBeside } = useWindow.getState()
    if (action === 'open' && object) (object.kind === 'claim' ? openClaim : openSource)(object.id)
    if (action === 'beside' && object) openBeside(object)
    if (action === 'toggle' && column) toggleAt(document.body, grid, column.group)
    if (action === 'sort' && claim) useMatrixShown.setState({ columns: `claim:${claim.id}` })
    if (action === 'sort' && column) useMatrixShown.setState({ rows: `column:${column.key}` })
  }
  return (
    <ContextMenu label={t('headMenu')} at={menu} onClose={onClose} onAction={act}>
      {object && (
        <MenuItem id="open" icon={SquareArrowOutUpRight}>
          {object.kind === 'claim' ? t('openClaim') : t('openSource')}
        </MenuItem>
      )}
      {object && (
        <MenuItem id="beside" icon={PanelRight}>
          {t('openBeside')}
        </MenuItem>
      )}
      {object && <MenuSeparator />}
      <MenuItem id="sort" icon={ArrowDownWideNarrow}>
        {claim ? t('sortSources') : t('sortClaims')}
      </MenuItem>
      {column?.group.canToggle && (
        <MenuItem id="toggle" icon={column.isGroup ? UnfoldHorizontal : FoldHorizontal}>
          {column.isGroup
            ? t('unfold', { count: column.sources.length })
            : t('fold', { count: column.group.sources.length })}
        </MenuItem>
      )}
    </ContextMenu>
  )
}

function objectOf(claim: ClaimSummary | undefined, column: MatrixColumn | undefined): ObjectRef | null {
  const [source] = column && !isSeveral(column) ? column.sources : []
  if (claim) return { kind: 'claim', id: claim.id }
  return source ? { kind: 'source', id: source.id } : null
}
