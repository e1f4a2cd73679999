import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, type CommandSpec, commands } from '#shared/commands.ts'
import { shellBridge } from '../engine/channel.ts'
import { isTyping, type Key, matches, parseKey } from './keys.ts'
import { isMac } from './platform.ts'
import { commandStates, isCommandId, onCommandsChanged, runCommand } from './registry.ts'

const table: readonly { id: CommandId; key: Key }[] = commands.flatMap(
  ({ id, keys, macKeys = [] }: CommandSpec & { id: CommandId }) =>
    [...keys, ...(isMac ? macKeys : [])].map((written) => ({ id, key: parseKey(written) })),
)

/** Listens for every key of the command table. The window's only global key handler. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      for (const { id, key } of table) {
        if (!matches(key, event, isMac) || belongsToFocused(id, key, document.activeElement)) continue
        if (runCommand(id)) {
          event.preventDefault()
          return
        }
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/**
 * Whether the focused element has its own use for the key: typing, its own undo, moving by words. An event's target
 * would not do: a field with a list below it sends what is typed on to the list's current row.
 */
function belongsToFocused(id: CommandId, key: Key, target: Element | null): boolean {
  if (!target) return false
  if (isTextField(target)) {
    const ownHistory = (id === 'history.undo' || id === 'history.redo') && hasOwnHistory(target)
    return isTyping(key) || ownHistory || (isMac && (key.alt || key.mod) && key.key.startsWith('Arrow'))
  }
  return isTyping(key) && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}

/** A field in which nothing was typed says so: there undo goes on with the notebook. */
function hasOwnHistory(target: Element): boolean {
  return !(target instanceof HTMLElement && target.dataset.undo === 'notebook')
}

const textFields = 'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select'

function isTextField(target: Element): boolean {
  return target.matches(textFields) || (target instanceof HTMLElement && target.isContentEditable)
}

/** Runs what is chosen in the native menu, and tells that menu what can run now. Does nothing in a browser tab. */
export function useNativeMenu(): void {
  const { t } = useTranslation('commands')
  useEffect(() => shellBridge()?.onCommand((id) => void (isCommandId(id) && runCommand(id))), [])
  useEffect(() => {
    const shell = shellBridge()
    if (!shell) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      const states = commandStates(t)
      const titles = Object.fromEntries(states.map(({ id, title }) => [id, title]))
      const disabled = states.filter(({ enabled }) => !enabled).map(({ id }) => id)
      shell.updateMenu({ disabled, titles })
    }
    // Views that replace one another unbind and bind in the same moment; the menu needs the outcome only.
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(tell, 50)
    }
    soon()
    const stop = onCommandsChanged(soon)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [t])
}
