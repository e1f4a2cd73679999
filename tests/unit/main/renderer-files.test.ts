import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileInside, mediaTypeOf } from '../../../src/main/renderer-files.ts'

const root = resolve('/app/out/renderer')

test('a path names a file of the window', () => {
  expect(fileInside(root, '/')).toBe(join(root, 'index.html'))
  expect(fileInside(root, '/assets/index-1.js')).toBe(join(root, 'assets/index-1.js'))
  expect(fileInside(root, '/a%20b.svg')).toBe(join(root, 'a b.svg'))
})

test('a path that leads outside, or nowhere, names none', () => {
  for (const path of [
    '/../main/main.js',
    '/..%2fmain/main.js',
    '/%2e%2e/main/main.js',
    '/../renderer-of-others/x.js',
    '/assets/../../main/main.js',
    '/%E0%A4%A',
    '/a%00.js',
  ]) {
    expect(fileInside(root, path), path).toBeNull()
  }
})

test('no path whatever leads outside', () => {
  const piece = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a'), fc.string())
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const found = fileInside(root, `/${pieces.join('/')}`)
      return found === null || found.startsWith(join(root, '/'))
    }),
  )
})

test('files are served as what they are', () => {
  expect(mediaTypeOf('/x/index.html')).toBe('text/html; charset=utf-8')
  expect(mediaTypeOf('/x/a.JS')).toBe('text/javascript; charset=utf-8')
  expect(mediaTypeOf('/x/pdf.worker.mjs')).toBe('text/javascript; charset=utf-8')
  expect(mediaTypeOf('/x/jbig2.wasm')).toBe('application/wasm')
  expect(mediaTypeOf('/x/unknown')).toBe('application/octet-stream')
})
