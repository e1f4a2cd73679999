import type { MenuItemConstructorOptions } from 'electron'
import type { CommandSpec, MenuName } from '#shared/commands.ts'
import { commands, menus } from '#shared/commands.ts'
import type { MenuState } from '#shared/shell.ts'
import { acceleratorOf } from './accelerators.ts'

/** What the menu is made from, besides the table of commands. */
export interface MenuParts {
  platform: NodeJS.Platform
  development: boolean
  state: MenuState
  /** What a command or a menu (`menu.file`) is called where the window has not said otherwise. */
  title: (key: string) => string
  recent: { label: string; path: string }[]
  recentLabel: string
  windowLabel: string
  /** Called with whether the entry was chosen by its key rather than by hand (macOS only). */
  onCommand: (commandId: string, byKey: boolean) => void
  onRecent: (path: string) => void
}

type Items = MenuItemConstructorOptions[]
const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The native menu: the commands in their groups, and beside them what every app of the platform has. */
export function menuTemplate(parts: MenuParts): Items {
  const mac = parts.platform === 'darwin'
  const ours = menus.map((menu): MenuItemConstructorOptions => {
    const submenu = joined([...commandGroups(menu, parts), ...platformGroups(menu, parts, mac)])
    return {
      label: escaped(parts.title(`menu.${menu}`)),
      submenu,
      ...(menu === 'help' ? { role: 'help' } : {}),
    }
  })
  const window: MenuItemConstructorOptions = { label: parts.windowLabel, role: 'windowMenu' }
  return [...(mac ? [{ role: 'appMenu' } as const] : []), ...ours.slice(0, -1), window, ...ours.slice(-1)]
}

function commandGroups(menu: MenuName, parts: MenuParts): Items[] {
  const inMenu: readonly CommandSpec[] = commands.filter((command: CommandSpec) => command.menu === menu)
  const groups = Map.groupBy(inMenu, (command) => command.group ?? 0)
  const ordered = [...groups.keys()].sort((a, b) => a - b)
  return ordered.map((group) => (groups.get(group) ?? []).map((command) => commandItem(command, parts)))
}

function commandItem(command: CommandSpec, parts: MenuParts): MenuItemConstructorOptions {
  const accelerator = command.keys.map(acceleratorOf).find((found) => found !== null)
  return {
    id: command.id,
    label: escaped(parts.state.titles[command.id] ?? parts.title(command.id)),
    enabled: !parts.state.disabled.includes(command.id),
    ...(accelerator ? { accelerator } : {}),
    // Shown beside the title only: the window's one key handler decides whether a key is a command's or the text's.
    registerAccelerator: false,
    click: (_item, _window, event) => parts.onCommand(command.id, event?.triggeredByAccelerator === true),
  }
}

/** What the platform's own entries add to a menu of ours. */
function platformGroups(menu: MenuName, parts: MenuParts, mac: boolean): Items[] {
  // The key that closes windows on a Mac closes a tab here.
  const leave: MenuItemConstructorOptions = mac
    ? { role: 'close', accelerator: 'Shift+Cmd+W' }
    : { role: 'quit' }
  if (menu === 'file') return [recentItems(parts), [leave]]
  if (menu === 'edit') return [[{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]]
  if (menu === 'view') {
    const tools: Items = parts.development ? [{ role: 'toggleDevTools', accelerator: 'F12' }] : []
    return [[{ role: 'togglefullscreen' }], tools]
  }
  return menu === 'help' && !mac ? [[{ role: 'about' }]] : []
}

function recentItems({ recent, recentLabel, onRecent }: MenuParts): Items {
  const submenu = recent.map(({ label, path }) => ({ label: escaped(label), click: () => onRecent(path) }))
  return submenu.length === 0 ? [] : [{ label: recentLabel, submenu }]
}

/** Groups with a separator between each two that have something in them. */
function joined(groups: Items[]): Items {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [separator, ...group]))
}

/** A lone `&` would underline the letter after it. */
function escaped(label: string): string {
  return label.replaceAll('&', '&&')
}
