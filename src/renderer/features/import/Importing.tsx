import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#shared/ids.ts'
import type { ImportReport } from '#shared/model.ts'
import { useCommand } from '../../commands/registry.ts'
import { engine } from '../../engine/client.ts'
import { type Offer, offerDrop } from '../../engine/offer.ts'
import { offerPicked } from '../../engine/pick.ts'
import { messageOf } from '../../engine/queries.ts'
import { showReport, useImportReport } from '../../state/importReport.ts'
import { useWindow } from '../../state/window.ts'
import { toast } from '../../ui/index.ts'
import { DropOverlay } from './DropOverlay.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { emptyReport, withFailed } from './report.ts'

/** Every way into the notebook: dialogs, drops and pasted text, and the report on what became of each file. */
export function Importing() {
  const { t } = useTranslation('import')
  const report = useImportReport((state) => state.report)
  const [pasting, setPasting] = useState(false)

  const run = async (offered: Promise<Offer>): Promise<ImportReport | null> => {
    try {
      const { handles, unreadable } = await offered
      if (handles.length + unreadable.length === 0) return null
      const done =
        handles.length > 0 ? await engine.call('import.run', { jobId: newId(), handles }) : emptyReport
      return withFailed(done, unreadable)
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
      return null
    }
  }
  const runAndReport = async (offered: Promise<Offer>): Promise<void> => {
    const outcome = await run(offered)
    if (!outcome) return
    openFirst(outcome)
    showReport(outcome)
  }
  const paste = async (offered: Promise<Offer>): Promise<void> => {
    const outcome = await run(offered)
    const line = outcome?.lines[0]
    if (line?.outcome === 'imported' && line.sourceId) {
      useWindow.getState().openSource(line.sourceId)
      toast(t('pasted', { title: line.title ?? line.path }))
    } else if (outcome) {
      showReport(outcome)
    }
  }

  useCommand('import.files', () => void runAndReport(offerPicked('files')))
  useCommand('import.folder', () => void runAndReport(offerPicked('folder')))
  useCommand('import.paste', () => setPasting(true))
  const dragging = useFileDrop((data) => void runAndReport(offerDrop(data)))
  return (
    <>
      {dragging && <DropOverlay />}
      <PasteDialog
        isOpen={pasting}
        onClose={() => setPasting(false)}
        onImport={(offered) => void paste(offered)}
      />
      {report && <ReportDialog report={report} />}
    </>
  )
}

/** Opens the first source of a report where no source stands open yet, so that one sees what came in. */
function openFirst({ lines }: ImportReport): void {
  const first = lines.find(({ outcome }) => outcome === 'imported')
  const { sourceId, openSource } = useWindow.getState()
  if (first?.sourceId && sourceId === null) openSource(first.sourceId)
}

/** Takes files dropped anywhere on the window. Says whether some are being dragged over it. */
function useFileDrop(onDrop: (data: DataTransfer) => void): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      setDragging(false)
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      onDrop(event.dataTransfer)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onDrop])
  return dragging
}
