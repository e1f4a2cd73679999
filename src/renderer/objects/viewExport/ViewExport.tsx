import { Download, FileSpreadsheet, Image, Printer, Spline } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand, useCommand } from '#renderer/commands/registry.ts'
import { Button, Menu, MenuItem, MenuTrigger } from '#renderer/ui/index.ts'
import type { CommandId } from '#shared/commands.ts'
import { type Drawing, printDrawing, printView, saveCsv, savePng, saveSvg } from './save.ts'

export interface ViewExportProps {
  /** Of the files, without an ending, and what stands above the printed sheet. */
  fileName: string
  title: string
  /** As it stands: with the filters, the order and the grouping that are on. Absent where a view has no such form. */
  csv?: (() => string) | undefined
  svg?: (() => Drawing) | undefined
  /** What is printed; the drawing where this is absent. */
  sheet?: (() => ReactNode) | undefined
  /** Nothing is shown that could be taken. */
  isEmpty?: boolean
}

/** The button of a view's bar that saves and prints the view; its commands are in the palette and the menu, too. */
export function ViewExport({ fileName, title, csv, svg, sheet, isEmpty = false }: ViewExportProps) {
  const { t } = useTranslation('viewExport')
  const failed = t('failed')
  const print = (): void => {
    if (sheet) printView(title, sheet())
    else if (svg) printDrawing(title, svg())
  }
  useCommand('view.csv', () => csv && saveCsv(fileName, csv()), { enabled: !isEmpty && csv !== undefined })
  useCommand('view.svg', () => svg && saveSvg(fileName, svg()), { enabled: !isEmpty && svg !== undefined })
  useCommand('view.png', () => svg && void savePng(fileName, svg(), failed), {
    enabled: !isEmpty && svg !== undefined,
  })
  useCommand('view.print', print, { enabled: !isEmpty && (sheet ?? svg) !== undefined })
  return (
    <MenuTrigger>
      <Button size="small" variant="quiet" icon={Download} isDisabled={isEmpty}>
        {t('open')}
      </Button>
      <Menu label={t('open')} onAction={(id) => runCommand(id as CommandId)}>
        {csv && (
          <MenuItem id="view.csv" icon={FileSpreadsheet}>
            {t('csv')}
          </MenuItem>
        )}
        {svg && (
          <MenuItem id="view.svg" icon={Spline}>
            {t('svg')}
          </MenuItem>
        )}
        {svg && (
          <MenuItem id="view.png" icon={Image}>
            {t('png')}
          </MenuItem>
        )}
        {(sheet ?? svg) && (
          <MenuItem id="view.print" icon={Printer} keys="Mod+Alt+P">
            {t('print')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  )
}
