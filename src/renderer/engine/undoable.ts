import i18next from 'i18next'
import { toast } from '../ui/toast.ts'
import { engine } from './client.ts'
import { messageOf } from './queries.ts'

/** Says what was just done, with a button that undoes it as long as it is still the last thing done. */
export async function undoableToast(message: string): Promise<void> {
  const { undo: step } = await engine.call('history.state', {})
  const undo = async (): Promise<void> => {
    try {
      const { undo: last } = await engine.call('history.state', {})
      if (last?.id === step?.id) await engine.call('history.undo', {})
      else toast(i18next.t('ui:undoLater'))
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    }
  }
  toast(message, { action: { label: i18next.t('ui:undo'), run: () => void undo() } })
}
