import { useWindow, type View } from '../state/window.ts'

/** What of a view takes the keyboard: its text, its table, or its list. */
const takers = '[role="document"], [role="grid"], [role="listbox"], [data-inbox], [data-takes-keys]'
/** A view that is opened for the first time is loaded first, and then asks the engine (ms). */
const patience = 5_000

/** Opens a view by a key or a command, with the keyboard in it: the arrows are about what one sees. */
export function goToView(view: View): void {
  if (useWindow.getState().view === view && holdsFocus()) return
  useWindow.getState().setView(view)
  giveFocus(view, performance.now() + patience)
}

function panel(): HTMLElement | null {
  return document.querySelector('[data-panel="view"]')
}

function holdsFocus(): boolean {
  return panel()?.contains(document.activeElement) ?? false
}

function giveFocus(view: View, until: number): void {
  const before = document.activeElement
  requestAnimationFrame(() => {
    // Whoever went on meanwhile, to another view or to write, is not called back. A dialog that has just closed may still
    // hand the focus back to where it was.
    const now = document.activeElement
    const wentOn =
      now !== before && now?.closest('input, textarea, [contenteditable="true"], [role="dialog"]') != null
    if (wentOn || useWindow.getState().view !== view) return
    // The view before stays, hidden, until the next one is loaded.
    const all = [...(panel()?.querySelectorAll<HTMLElement>(takers) ?? [])]
    const taker = all.find((element) => element.checkVisibility())
    const stop = taker?.tabIndex === 0 ? taker : taker?.querySelector<HTMLElement>('[tabindex="0"], button')
    if (stop) stop.focus({ preventScroll: true })
    else if (performance.now() < until) giveFocus(view, until)
  })
}
