import { useTranslation } from 'react-i18next'
import { keysOf, runCommand } from '#renderer/commands/registry.ts'
import { deleteMany, recolour } from '#renderer/objects/annotations/many.ts'
import type { Many } from '#renderer/objects/annotations/useMany.ts'
import { useColours } from '#renderer/objects/colours.ts'
import { openAnnotation } from '#renderer/objects/openObject.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { showHistoryOf } from '#renderer/state/historyOf.ts'
import { useWindow } from '#renderer/state/window.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '#renderer/ui/index.ts'
import { type Annotation, colours } from '#shared/model.ts'

/** Where a menu was asked for, in px of the viewport, and for which annotation. */
export interface MenuAt {
  x: number
  y: number
  annotation: Annotation
}

/** What can be done with a row, or with all that are chosen if it is one of them. */
export function RowMenu({ menu, many, onClose }: { menu: MenuAt | null; many: Many; onClose: () => void }) {
  const { t } = useTranslation('annotationTable')
  const { full } = useColours()
  const annotation = menu?.annotation
  const isChosen = many.chosen.some(({ id }) => id === annotation?.id)
  const meant = isChosen ? many.chosen : annotation ? [annotation] : []
  const act = (action: string): void => {
    if (!annotation) return
    const { id } = annotation
    useWindow.getState().select({ kind: 'annotation', id })
    const colour = colours.find((each) => each === action)
    if (colour) void recolour(meant, colour, full(colour))
    if (action === 'open') openAnnotation(annotation)
    if (action === 'comment') {
      openAnnotation(annotation)
      useWindow.getState().setPreferences({ margin: true })
      useAnnotating.setState({ editing: { annotationId: id, part: 'comment' } })
    }
    if (action === 'tag') {
      // The bar of what is chosen has the field, once there is something chosen.
      if (!isChosen) many.only(id)
      setTimeout(() => runCommand('annotation.tag'), 0)
    }
    if (action === 'link') runCommand('links.add')
    if (action === 'history') showHistoryOf({ kind: 'annotation', id })
    if (action === 'delete') void deleteMany(meant)
  }
  return (
    <ContextMenu label={t('menu')} at={menu} onClose={onClose} onAction={act}>
      <MenuItem id="open">{t('open')}</MenuItem>
      <MenuItem id="comment">{t('comment')}</MenuItem>
      <MenuItem id="tag" keys={keysOf('annotation.tag')[0]}>
        {t('tag')}
      </MenuItem>
      <MenuItem id="link">{t('link')}</MenuItem>
      <MenuSeparator />
      {colours.map((colour, index) => (
        <MenuItem key={colour} id={colour} keys={String(index + 1)}>
          {t('colourIt', { colour: full(colour) })}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem id="history">{t('history')}</MenuItem>
      <MenuItem id="delete" danger keys={keysOf('annotation.delete')[0]}>
        {t('delete', { count: meant.length })}
      </MenuItem>
    </ContextMenu>
  )
}
