import { useShallow } from 'zustand/react/shallow'
import { useCommand } from '../commands/registry.ts'
import { useWindow, type WindowState } from '../state/window.ts'

/** Whether a source stands in either pane. */
export function canScrollTogether({ view, object, beside }: WindowState): boolean {
  return view === 'read' && object?.kind === 'source' && beside?.kind === 'source'
}

/** Binds the commands on what stands beside the view. What is opened there is chosen in the palette. */
export function usePaneCommands(): void {
  const { beside, view, object, together } = useWindow(
    useShallow(({ beside, view, object, together }) => ({ beside, view, object, together })),
  )
  const { openBeside, swapPanes, setTogether } = useWindow.getState()
  const both = useWindow(canScrollTogether)
  const stands = { enabled: beside !== null && standsBeside(view) }
  useCommand('beside.close', () => openBeside(null), stands)
  useCommand('beside.swap', swapPanes, { enabled: stands.enabled && view === 'read' && object !== null })
  useCommand('beside.together', () => setTogether(!together), { enabled: both })
  useCommand('beside.focus', focusOther, stands)
}

/** Whether a view leaves room for something beside it: the comparison is side by side already. */
export function standsBeside(view: WindowState['view']): boolean {
  return view !== 'comparison' && view !== 'search'
}

/** Gives the keyboard to the other pane: its text, or the first thing in it that takes the focus. */
function focusOther(): void {
  const { pane, setPane } = useWindow.getState()
  const other = pane === 'main' ? 'beside' : 'main'
  const root = document.querySelector(`[data-pane="${other}"]`)
  const wanted = '[role="document"], [contenteditable="true"], textarea, input, button, [tabindex="0"]'
  setPane(other)
  root?.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true })
}
