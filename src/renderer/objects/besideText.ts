import { useWindow } from '#renderer/state/window.ts'
import type { ObjectRef } from '#shared/model.ts'

/** Whether something of this view could be put beside a text: the view shows it alone, and a source stands open. */
export function useCanStandBeside(view: 'claims' | 'notes'): boolean {
  return useWindow((state) => state.view === view && state.sourceId !== null)
}

/** Shows an object beside the text, where annotations can be dropped into it. */
export function showBesideText(object: ObjectRef): void {
  const { openBeside, setView } = useWindow.getState()
  openBeside(object)
  setView('read')
}
