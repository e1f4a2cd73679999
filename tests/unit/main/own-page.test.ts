import { expect, test } from 'vitest'
import { externalAddress, isOwnPage, mayLoad, pageAddress } from '../../../src/main/own-page.ts'

const developmentServer = 'http://localhost:5173'

test('only the page of our own scheme and host is ours', () => {
  expect(isOwnPage(pageAddress(null), null)).toBe(true)
  expect(isOwnPage('app://crossread/index.html?x#y', null)).toBe(true)
  for (const foreign of [
    'app://elsewhere/index.html',
    'app://crossread.example/',
    'apps://crossread/',
    'https://crossread/',
    'file:///index.html',
    'about:blank',
    'data:text/html,hello',
    '',
  ]) {
    expect(isOwnPage(foreign, null), foreign).toBe(false)
  }
})

test('a development server counts while there is one, and nothing that only begins like it', () => {
  expect(isOwnPage('http://localhost:5173/index.html', developmentServer)).toBe(true)
  expect(isOwnPage('http://localhost:5173/index.html', null)).toBe(false)
  expect(isOwnPage('http://localhost:51730/', developmentServer)).toBe(false)
  expect(isOwnPage('http://localhost:5173.example/', developmentServer)).toBe(false)
  expect(isOwnPage('https://localhost:5173/', developmentServer)).toBe(false)
})

test('the window loads nothing from the web', () => {
  for (const own of [
    'app://crossread/x.js',
    'devtools://devtools/x',
    'blob:app://crossread/1',
    'data:image/png,',
  ]) {
    expect(mayLoad(own, null), own).toBe(true)
  }
  for (const foreign of [
    'https://example.com',
    'http://127.0.0.1:9/',
    'ws://localhost:5173/',
    'ftp://x/',
    'file:///etc/hosts',
    'nonsense',
  ]) {
    expect(mayLoad(foreign, null), foreign).toBe(false)
  }
  expect(mayLoad('ws://localhost:5173/', developmentServer)).toBe(true)
})

test('only web addresses go to the browser', () => {
  expect(externalAddress('https://example.com/a b')).toBe('https://example.com/a%20b')
  expect(externalAddress('http://example.com')).toBe('http://example.com/')
  for (const refused of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:a@b.c',
    'app://crossread/',
    'x',
    '',
  ]) {
    expect(externalAddress(refused), refused).toBeNull()
  }
})
