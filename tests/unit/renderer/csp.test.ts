import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, pdfWorkerPath, policyFor } from '#shared/csp.ts'

test('the page carries the policy it is served with, but for what only a header can say', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../../src/renderer/index.html'), 'utf8')
  const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1]
  const headerOnly = "; frame-ancestors 'none'"
  expect(inPage).toBe(contentSecurityPolicy.replace(headerOnly, ''))
})

test('pdf.js’s worker alone may compile WebAssembly, and nothing may evaluate text', () => {
  const worker = policyFor(`/out/renderer/${pdfWorkerPath}`)
  expect(worker).toContain("default-src 'none'")
  expect(worker).toContain("'wasm-unsafe-eval'")
  expect(policyFor(`C:\\out\\renderer\\${pdfWorkerPath.replaceAll('/', '\\')}`)).toBe(worker)
  for (const path of [
    '/out/renderer/index.html',
    '/out/renderer/pdf.worker.mjs',
    '/out/renderer/assets/a.js',
  ])
    expect(policyFor(path)).toBe(contentSecurityPolicy)
  expect(`${worker} ${contentSecurityPolicy}`).not.toContain("'unsafe-")
})
