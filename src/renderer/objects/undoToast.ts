import i18next from 'i18next'
import { engine } from '#renderer/engine/client.ts'
import { messageOf, write } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'

/**
 * Says what was just done, with a button that takes it back. Called right after the write. When other steps have
 * followed by the time the button is pressed, undoing would take back the wrong one: then it says so instead.
 */
export async function offerUndo(message: string): Promise<void> {
  const t = i18next.getFixedT(null, 'objects')
  try {
    const { undo: step } = await engine.call('history.state', {})
    if (!step) return
    toast(message, { action: { label: t('undo'), run: () => void undoStep(step.id, t('undoTooLate')) } })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}

async function undoStep(id: number, tooLate: string): Promise<void> {
  const { undo } = await engine.call('history.state', {})
  if (undo?.id === id) await write('history.undo', {})
  else toast(tooLate)
}
