import { expect, test } from 'vitest'
import { isTouchedBy } from '#renderer/engine/dependencies.ts'
import { reportAsCsv } from '#renderer/features/import/report.ts'

test('the report is CSV that quotes what needs it and runs nowhere as a formula', () => {
  const csv = reportAsCsv({
    lines: [
      { path: 'a, b.txt', outcome: 'imported', title: 'He said "no"', sourceId: 'id' },
      { path: '=1+1.txt', outcome: 'failed', reason: 'empty' },
    ],
    summary: { imported: 1, skipped: 0, failed: 1 },
    cancelled: false,
  })
  expect(csv).toBe(
    'path,outcome,title,reason,sourceId\r\n"a, b.txt",imported,"He said ""no""",,id\r\n\'=1+1.txt,failed,,empty,\r\n',
  )
})

test('a highlight refreshes the lists but does not fetch the text again', () => {
  expect(isTouchedBy('annotations.list', ['annotation'])).toBe(true)
  expect(isTouchedBy('sources.list', ['annotation'])).toBe(true)
  expect(isTouchedBy('sources.get', ['annotation'])).toBe(false)
  expect(isTouchedBy('settings.get', ['source'])).toBe(false)
})
