import { expect, test } from 'vitest'
import { type Grant, Grants } from '../../../src/main/grants.ts'

test('a handle stands for its path, for its purpose alone, and is announced before it is known', () => {
  const announced: Grant[] = []
  const grants = new Grants((grant) => announced.push(grant))
  const file = grants.issue('/home/me/article.txt', 'import')
  expect(announced).toEqual([{ handle: file.handle, path: '/home/me/article.txt', purpose: 'import' }])
  expect(file.name).toBe('article.txt')
  expect(JSON.stringify(file)).not.toContain('/home')
  expect(grants.pathOf(file.handle, 'import')).toBe('/home/me/article.txt')
  expect(grants.pathOf(file.handle, 'export')).toBeNull()
  expect(grants.pathOf('/home/me/article.txt', 'import')).toBeNull()
})

test('each grant has its own handle, and an engine that starts anew hears of all', () => {
  const grants = new Grants(() => {})
  const first = grants.issue('/a', 'import')
  const second = grants.issue('/a', 'import')
  expect(first.handle).not.toBe(second.handle)
  expect(grants.all().map(({ handle }) => handle)).toEqual([first.handle, second.handle])
})
