import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveOpenEditors, useFocusedText } from '#renderer/editor/openEditors.ts'
import type { HistoryStep } from '#shared/model.ts'
import { useCommand } from '../../commands/registry.ts'
import { useCall, useWrite } from '../../engine/queries.ts'
import { toast } from '../../ui/index.ts'
import { HistoryDialog } from './HistoryDialog.tsx'
import { ObjectHistory } from './ObjectHistory.tsx'
import { useStepName } from './useStepName.ts'

/**
 * Undo and redo of anything done to the notebook, and the list of all of it. There is one history: what one is writing
 * right now is its latest part, and is taken back first.
 */
export function History() {
  const { t } = useTranslation('history')
  const { t: ui } = useTranslation('commands')
  const nameOf = useStepName()
  const write = useWrite()
  const [open, setOpen] = useState(false)
  const typing = useFocusedText()
  const { data } = useCall('history.state', {})
  const { undo = null, redo = null } = data ?? {}

  const stepBack = async (): Promise<void> => {
    if (typing.undo) return typing.undo()
    await saveOpenEditors()
    const done = await write('history.undo', {})
    if (done) toast(t('undone', { what: nameOf(done.step) }), { topic: 'history' })
  }
  const stepForward = async (): Promise<void> => {
    if (typing.redo) return typing.redo()
    await saveOpenEditors()
    const done = await write('history.redo', {})
    if (done) toast(t('redone', { what: nameOf(done.step) }), { topic: 'history' })
  }
  const titled = (key: string, plain: string, step: HistoryStep | null): string =>
    step ? t(key, { what: nameOf(step) }) : ui(plain)
  useCommand('history.undo', () => void stepBack(), {
    enabled: undo !== null || typing.undo !== null,
    title: typing.undo ? t('undo', { what: t('typing') }) : titled('undo', 'history.undo', undo),
  })
  useCommand('history.redo', () => void stepForward(), {
    enabled: redo !== null || typing.redo !== null,
    title: typing.redo ? t('redo', { what: t('typing') }) : titled('redo', 'history.redo', redo),
  })
  useCommand('history.show', () => setOpen(true))
  return (
    <>
      {open && <HistoryDialog onClose={() => setOpen(false)} />}
      <ObjectHistory />
    </>
  )
}
