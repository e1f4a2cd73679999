import i18next from 'i18next'
import { engine } from '#renderer/engine/client.ts'
import { messageOf, write } from '#renderer/engine/queries.ts'
import { type ToastAction, toast } from '#renderer/ui/index.ts'

interface UndoOptions {
  /** A second thing to do about it, such as to see what became of each annotation. */
  more?: ToastAction
}

/**
 * Says what was just done, with a button that takes it back. Called right after the write. The offer goes with the next
 * step, because undoing would then take back the wrong one; should that step still be on its way when the button is
 * pressed, it says so instead.
 */
export async function offerUndo(message: string, options: UndoOptions = {}): Promise<void> {
  const t = i18next.getFixedT(null, 'objects')
  try {
    const { undo: step } = await engine.call('history.state', {})
    if (!step) return
    const withdraw = toast(message, {
      action: { label: t('undo'), run: () => void undoStep(step.id, t('undoTooLate')) },
      ...(options.more && { more: options.more }),
    })
    const stop = engine.on('changed', ({ history }) => {
      if (history.undo?.id === step.id) return
      stop()
      withdraw()
    })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}

async function undoStep(id: number, tooLate: string): Promise<void> {
  const { undo } = await engine.call('history.state', {})
  if (undo?.id !== id) {
    toast(tooLate)
    return
  }
  await write('history.undo', {})
}
