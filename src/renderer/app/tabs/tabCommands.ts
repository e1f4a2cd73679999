import { useShallow } from 'zustand/react/shallow'
import type { ObjectRef } from '#shared/model.ts'
import { useCommand } from '../../commands/registry.ts'
import { sameObject, stepped } from '../../state/tabs.ts'
import { useWindow } from '../../state/window.ts'

/** Binds the commands on open tabs. */
export function useTabCommands(): void {
  const { tabs, object, view } = useWindow(useShallow(({ tabs, object, view }) => ({ tabs, object, view })))
  const { openTab, closeTab, reopenTab } = useWindow.getState()
  const here = view === 'read' ? object : null
  const step = (by: 1 | -1): void => {
    const next = stepped(tabs, object, by)
    if (next) openTab(next)
  }
  const several = { enabled: tabs.open.length > (here ? 1 : 0) }
  useCommand('tab.close', () => here && closeTab(here), { enabled: here !== null })
  useCommand('tab.closeOthers', () => here && closeOthers(here), {
    enabled: here !== null && several.enabled,
  })
  useCommand('tab.reopen', reopenTab, { enabled: tabs.closed.length > 0 })
  useCommand('tab.next', () => step(1), several)
  useCommand('tab.previous', () => step(-1), several)
  const own = tabs.open.find((tab) => sameObject(tab.object, here))?.own ?? true
  useCommand('tab.keep', () => here && openTab(here, { own: true }), { enabled: !own })
}

/** Closes every tab but that of `object`, which is shown. */
export function closeOthers(object: ObjectRef): void {
  const { tabs, openTab, closeTab } = useWindow.getState()
  openTab(object)
  for (const tab of tabs.open) if (!sameObject(tab.object, object)) closeTab(tab.object)
}
