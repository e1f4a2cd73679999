import { describe, expect, test } from 'vitest'
import { isTyping, matches, type Pressed, parseKey, showKey } from '#renderer/commands/keys.ts'
import { type CommandSpec, commands } from '#shared/commands.ts'

function pressed(key: string, held: Partial<Pressed> = {}): Pressed {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }
}

describe('parseKey', () => {
  test('takes a combination apart', () => {
    expect(parseKey('Mod+Shift+F')).toEqual({ mod: true, shift: true, alt: false, key: 'f' })
    expect(parseKey('Alt+ArrowLeft')).toEqual({ mod: false, shift: false, alt: true, key: 'ArrowLeft' })
    expect(parseKey('Mod+-')).toEqual({ mod: true, shift: false, alt: false, key: '-' })
    expect(parseKey(']')).toEqual({ mod: false, shift: false, alt: false, key: ']' })
  })

  test('no two commands have the same key', () => {
    const keys = commands.flatMap((command: CommandSpec) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('matches', () => {
  test('Mod is Ctrl, and Cmd on macOS', () => {
    const key = parseKey('Mod+K')
    expect(matches(key, pressed('k', { ctrlKey: true }), false)).toBe(true)
    expect(matches(key, pressed('k', { metaKey: true }), false)).toBe(false)
    expect(matches(key, pressed('k', { metaKey: true }), true)).toBe(true)
    expect(matches(key, pressed('k', { ctrlKey: true }), true)).toBe(false)
  })

  test('Shift tells undo from redo', () => {
    expect(matches(parseKey('Mod+Z'), pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches(parseKey('Mod+Shift+Z'), pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(
      true,
    )
  })

  test('signs are themselves with and without Shift', () => {
    expect(matches(parseKey('?'), pressed('?', { shiftKey: true }), false)).toBe(true)
    expect(matches(parseKey('?'), pressed('?'), false)).toBe(true)
    expect(matches(parseKey('Mod+='), pressed('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })

  test('digits go by their place where they need Shift', () => {
    expect(matches(parseKey('1'), pressed('&', { code: 'Digit1' }), false)).toBe(true)
  })

  test('letters go by their place on keyboards of other scripts only', () => {
    expect(matches(parseKey('H'), pressed('р', { code: 'KeyH' }), false)).toBe(true)
    expect(matches(parseKey('A'), pressed('q', { code: 'KeyA' }), false)).toBe(false)
    expect(
      matches(parseKey('Mod+Alt+S'), pressed('ß', { code: 'KeyS', altKey: true, metaKey: true }), true),
    ).toBe(true)
  })

  test('a single letter is not its combination', () => {
    expect(matches(parseKey('C'), pressed('c', { ctrlKey: true }), false)).toBe(false)
  })
})

test('typing keys belong to text fields, combinations do not', () => {
  expect(isTyping(parseKey('H'))).toBe(true)
  expect(isTyping(parseKey('Delete'))).toBe(true)
  expect(isTyping(parseKey('F2'))).toBe(false)
  expect(isTyping(parseKey('Mod+Z'))).toBe(false)
})

test('keys are shown as each system writes them', () => {
  expect(showKey('Mod+Shift+F', false)).toBe('Ctrl+Shift+F')
  expect(showKey('Mod+Shift+F', true)).toBe('⇧⌘F')
  expect(showKey('Alt+ArrowLeft', false)).toBe('Alt+←')
})
