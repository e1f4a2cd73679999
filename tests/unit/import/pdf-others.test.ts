import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pdfFixtures, scorePdf, summarise } from '../../../scripts/bench/pdf.ts'

/** Under CI every third file is read, so that this takes some seconds; `scripts/bench/pdf.ts` reads all. */
const step = process.env.CI === undefined ? 1 : 3
const files = pdfFixtures().filter((_path, index) => index % step === 0)

const reasons =
  /^(?:There is no text in this PDF \(scanned\?\)\.|This PDF is (?:protected by a password|damaged or cut off|encrypted)|No page of this PDF can be read|The text of this PDF cannot be read: its letters have no meaning)/

describe('PDFs of other people', () => {
  it('are read about as poppler reads them, or refused with a reason', async () => {
    const scores = []
    for (const path of files) scores.push(await scorePdf(path))
    for (const { file, failure } of scores) {
      if (failure !== undefined) expect(failure, file).toMatch(reasons)
    }
    // Without the files there is nothing to compare, and the mean of nothing is 0.
    const { words, pairs } = summarise(scores)
    expect(words).toBeGreaterThanOrEqual(files.length === 0 ? 0 : 0.93)
    expect(pairs).toBeGreaterThanOrEqual(files.length === 0 ? 0 : 0.87)
    expect(new Set(files.map((path) => basename(path))).size).toBeGreaterThanOrEqual(
      Math.min(files.length, 1),
    )
  }, 60_000)
})
