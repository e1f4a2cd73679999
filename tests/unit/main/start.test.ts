import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mayRestart, patienceMs } from '../../../src/main/restarts.ts'
import {
  notebookInArguments,
  notebookToStart,
  type StartChoice,
  withNotebookExtension,
} from '../../../src/main/start-notebook.ts'
import { placeWindow, smallestWindow } from '../../../src/main/window-bounds.ts'

test('the command line names a notebook by its extension', () => {
  expect(notebookInArguments(['--no-sandbox', 'a/B.Crossread'], '/home')).toBe(resolve('/home/a/B.Crossread'))
  expect(notebookInArguments(['--user-data-dir=/x.crossread', '.'], '/home')).toBeNull()
})

test('a named notebook comes before the last one, and the last one before the first start’s', () => {
  const choice: StartChoice = {
    fromArguments: '/named.crossread',
    fromEnvironment: '/environment.crossread',
    last: '/last.crossread',
    fallback: '/fallback.crossread',
    exists: () => true,
  }
  expect(notebookToStart(choice)).toBe('/named.crossread')
  expect(notebookToStart({ ...choice, fromArguments: null })).toBe(resolve('/environment.crossread'))
  const plain = { ...choice, fromArguments: null, fromEnvironment: '' }
  expect(notebookToStart(plain)).toBe('/last.crossread')
  expect(notebookToStart({ ...plain, exists: () => false })).toBe('/fallback.crossread')
  expect(notebookToStart({ ...plain, last: null })).toBe('/fallback.crossread')
})

test('a new notebook gets its extension once', () => {
  expect(withNotebookExtension('/a/Ferries')).toBe('/a/Ferries.crossread')
  expect(withNotebookExtension('/a/Ferries.crossread')).toBe('/a/Ferries.crossread')
})

test('the engine is started again once, and again after a quiet while', () => {
  expect(mayRestart([1_000])).toBe(true)
  expect(mayRestart([1_000, 1_000 + patienceMs])).toBe(false)
  expect(mayRestart([1_000, 1_001 + patienceMs])).toBe(true)
  expect(mayRestart([1_000, 200_000, 210_000])).toBe(false)
})

test('a window comes back where a screen still shows it, and in the middle otherwise', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const place = { x: 2000, y: 50, width: 1200, height: 800 }
  const second = { x: 1920, y: 0, width: 1920, height: 1080 }
  expect(placeWindow(place, [screen, second])).toEqual(place)
  expect(placeWindow(place, [screen])).toEqual({ width: 1200, height: 800 })
  expect(placeWindow({ ...place, width: 10 }, [second])).toEqual({ ...place, width: smallestWindow.width })
  expect(placeWindow(null, [{ ...screen, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720 })
})
