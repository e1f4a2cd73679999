import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { commands } from '#shared/commands.ts'
import { acceleratorOf } from '../../../src/main/accelerators.ts'
import { type MenuParts, menuTemplate } from '../../../src/main/menu-template.ts'

test('keys become accelerators, but for those that belong to the text', () => {
  expect(acceleratorOf('Mod+Shift+F')).toBe('CmdOrCtrl+Shift+F')
  expect(acceleratorOf('Alt+ArrowLeft')).toBe('Alt+Left')
  expect(acceleratorOf('Mod+=')).toBe('CmdOrCtrl+=')
  expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl++')
  expect(acceleratorOf('F2')).toBe('F2')
  for (const key of ['H', '1', ']', '?', 'Delete', 'F']) expect(acceleratorOf(key), key).toBeNull()
})

test('the menu holds every command that names a menu, and leaves its keys to the window', () => {
  const items = allItems(menuTemplate(parts({})))
  const placed = commands.filter((command) => 'menu' in command && command.menu !== undefined)
  for (const { id } of placed) {
    const found = items.filter((item) => item.id === id)
    expect(found.length, id).toBe(1)
    expect(found[0]?.registerAccelerator, id).toBe(false)
  }
})

test('the window says what can run and what undo would undo', () => {
  const state = { disabled: ['history.redo'], titles: { 'history.undo': 'Undo tag R&D' } }
  const items = allItems(menuTemplate(parts({ state })))
  expect(items.find(({ id }) => id === 'history.undo')).toMatchObject({
    label: 'Undo tag R&&D',
    enabled: true,
  })
  expect(items.find(({ id }) => id === 'history.redo')).toMatchObject({
    label: 'history.redo',
    enabled: false,
  })
})

test('groups are parted by single separators, and none stands at an end', () => {
  for (const { submenu } of menuTemplate(parts({}))) {
    if (!Array.isArray(submenu)) continue
    const kinds = submenu.map(({ type }) => type ?? 'normal')
    expect(kinds.at(0)).toBe('normal')
    expect(kinds.at(-1)).toBe('normal')
    expect(kinds.join(' ')).not.toContain('separator separator')
  }
})

test('the platform has what its apps have: an app menu on macOS, developer tools in development', () => {
  const roles = (given: Partial<MenuParts>) => allItems(menuTemplate(parts(given))).map(({ role }) => role)
  expect(roles({ platform: 'darwin' })).toContain('appMenu')
  expect(roles({ platform: 'linux' })).not.toContain('appMenu')
  expect(roles({ development: true })).toContain('toggleDevTools')
  expect(roles({ development: false })).not.toContain('toggleDevTools')
})

test('recent notebooks open by their path', () => {
  const onRecent = vi.fn()
  const recent = [{ label: 'Ferries', path: '/n/Ferries.crossread' }]
  const item = allItems(menuTemplate(parts({ recent, onRecent }))).find(({ label }) => label === 'Ferries')
  const click = item?.click as (() => void) | undefined
  click?.()
  expect(onRecent).toHaveBeenCalledWith('/n/Ferries.crossread')
})

function parts(given: Partial<MenuParts>): MenuParts {
  return {
    platform: 'linux',
    development: false,
    state: { disabled: [], titles: {} },
    title: (key) => key,
    recent: [],
    recentLabel: 'Open Recent',
    windowLabel: 'Window',
    onCommand: () => {},
    onRecent: () => {},
    ...given,
  }
}

function allItems(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])])
}
