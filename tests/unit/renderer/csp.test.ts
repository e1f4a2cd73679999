import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '#shared/csp.ts'

test('the page carries the policy it is served with, but for what only a header can say', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../../src/renderer/index.html'), 'utf8')
  const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1]
  const headerOnly = "; frame-ancestors 'none'"
  expect(inPage).toBe(contentSecurityPolicy.replace(headerOnly, ''))
})
