import { expect, test } from 'vitest'
import { type Grant, Grants } from '../../../src/main/grants.ts'

test('a handle stands for its path, for its purpose alone, and is announced before it is known', async () => {
  const announced: Grant[] = []
  const grants = new Grants(async (grant) => void announced.push(grant))
  const file = await grants.issue('/home/me/article.txt', 'import')
  expect(announced).toEqual([
    { handle: file.handle, path: '/home/me/article.txt', purpose: 'import', mayReplace: false },
  ])
  expect(file.name).toBe('article.txt')
  expect(JSON.stringify(file)).not.toContain('/home')
  expect(grants.pathOf(file.handle, 'import')).toBe('/home/me/article.txt')
  expect(grants.pathOf(file.handle, 'export')).toBeNull()
  expect(grants.pathOf('/home/me/article.txt', 'import')).toBeNull()
})

test('each grant has its own handle, and an engine that starts anew hears of all', async () => {
  const grants = new Grants(async () => {})
  const first = await grants.issue('/a', 'import')
  const second = await grants.issue('/a', 'import')
  expect(first.handle).not.toBe(second.handle)
  expect(grants.all().map(({ handle }) => handle)).toEqual([first.handle, second.handle])
})

test('a handle is given out only when the engine knows it', async () => {
  let tell = () => {}
  const grants = new Grants(() => new Promise((resolve) => (tell = resolve)))
  let given = false
  const issued = grants.issue('/a', 'import').then(() => (given = true))
  await Promise.resolve()
  expect(given).toBe(false)
  tell()
  await issued
  expect(given).toBe(true)
})
