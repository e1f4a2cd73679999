import { describe, expect, test } from 'vitest'
import { kindOf } from '#engine/import/kinds.ts'
import { isTouchedBy } from '#renderer/engine/dependencies.ts'
import { countSorts, rowsOf } from '#renderer/features/import/lines.ts'
import { emptyReport, reportAsCsv, withFailed } from '#renderer/features/import/report.ts'
import { formatBytes, formatPercent, timeLeft } from '#renderer/objects/numbers.ts'
import { archiveEndings, importEndings } from '#shared/documents.ts'
import type { ImportLine } from '#shared/model.ts'

describe('the import report', () => {
  test('is CSV that quotes what needs it and runs nowhere as a formula', () => {
    const lines: ImportLine[] = [
      {
        path: 'a, b.txt',
        outcome: 'imported',
        title: 'He said "no"',
        kind: 'text',
        words: 12,
        notes: [{ what: 'encoding', detail: 'KOI8-R' }],
        flags: [{ kind: 'mojibake', message: 'Wrong letters' }],
        attachments: 2,
        sourceId: 'id',
      },
      { path: '=1+1.txt', outcome: 'failed', reason: 'empty' },
    ]
    const csv = reportAsCsv({ ...emptyReport, lines }, ({ what, detail }) => `${what} ${detail}`)
    expect(csv).toBe(
      'path,outcome,title,kind,words,reason,notes,flags,attachments,sourceId\r\n' +
        '"a, b.txt",imported,"He said ""no""",text,12,,encoding KOI8-R,mojibake: Wrong letters,2,id\r\n' +
        "'=1+1.txt,failed,,,,empty,,,,\r\n",
    )
  })

  test('begins with what needs attention', () => {
    const lines: ImportLine[] = [
      { path: 'skipped', outcome: 'skipped', reason: 'already here' },
      { path: 'fine', outcome: 'imported', flags: [] },
      { path: 'odd', outcome: 'imported', flags: [{ kind: 'mojibake', message: '' }] },
      { path: 'updated', outcome: 'updated' },
      { path: 'failed', outcome: 'failed', reason: 'empty' },
    ]
    expect(rowsOf(lines, null).map((row) => row.lines[0]?.path)).toEqual([
      'failed',
      'odd',
      'fine',
      'updated',
      'skipped',
    ])
    expect(rowsOf(lines, 'flagged').map((row) => row.lines[0]?.path)).toEqual(['odd'])
    expect(countSorts(lines)).toEqual({ failed: 1, flagged: 1, imported: 1, updated: 1, skipped: 1 })
  })

  test('folds many files that failed for one reason, and no others', () => {
    const pictures = Array.from({ length: 9 }, (_, i): ImportLine => {
      return { path: `${i}.png`, outcome: 'failed', reason: 'a picture' }
    })
    const rows = rowsOf([...pictures, { path: 'a.txt', outcome: 'failed', reason: 'empty' }], null)
    expect(rows.map(({ cause, lines }) => [cause, lines.length])).toEqual([
      ['a picture', 9],
      ['', 1],
    ])
    expect(rowsOf(pictures.slice(0, 3), null)).toHaveLength(3)
  })

  test('counts what never reached the engine', () => {
    const report = withFailed(emptyReport, [{ path: 'gone.txt', outcome: 'failed', reason: 'gone' }])
    expect(report.summary.failed).toBe(1)
    expect(report.lines).toHaveLength(1)
  })
})

test('every ending that a dialog offers is one that the engine reads', () => {
  const documents = importEndings.filter((ending) => !archiveEndings.some((archive) => archive === ending))
  expect(documents.length).toBeGreaterThan(15)
  for (const ending of documents) expect(kindOf(`a.${ending}`, new Uint8Array())).toBeTruthy()
})

test('amounts are said as people say them', () => {
  expect(formatBytes(820, 'en-GB')).toBe('820 bytes')
  expect(formatBytes(3_440_000, 'en-GB')).toBe('3.4 MB')
  expect([0, 0.001, 0.5, 0.999, 1].map((share) => formatPercent(share, 'en-GB'))).toEqual([
    '0%',
    '1%',
    '50%',
    '99%',
    '100%',
  ])
  expect([3, 70, 200, 9_000].map(timeLeft)).toEqual([
    { key: 'soon', count: 0 },
    { key: 'minutes', count: 1 },
    { key: 'minutes', count: 3 },
    { key: 'hours', count: 3 },
  ])
})

test('a highlight refreshes the lists but does not fetch the text again', () => {
  expect(isTouchedBy('annotations.list', ['annotation'])).toBe(true)
  expect(isTouchedBy('sources.list', ['annotation'])).toBe(true)
  expect(isTouchedBy('sources.get', ['annotation'])).toBe(false)
  expect(isTouchedBy('settings.get', ['source'])).toBe(false)
})
