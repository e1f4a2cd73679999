import { describe, expect, it } from 'vitest'
import { safeName, uniqueNames } from '#engine/export/markdown/names.ts'

describe('file names of a vault', () => {
  it('leave out what file systems and wikilinks give a meaning to', () => {
    expect(safeName('Ferry: what we know #1 | part ^2 [[x]] a/b\\c? "q" <t> 50%% *')).toBe(
      'Ferry - what we know 1 part 2 x a b c q t 50',
    )
    expect(safeName('line\nbreak\u0000 and \u202Ebidi')).toBe('line break and bidi')
  })

  it('do not begin or end with a dot or a space', () => {
    expect(safeName('...hidden and trailing. . ')).toBe('hidden and trailing')
    expect(safeName(' ... ')).toBe('Untitled')
    expect(safeName('')).toBe('Untitled')
  })

  it('avoid the names that Windows keeps for itself', () => {
    expect(safeName('CON')).toBe('_CON')
    expect(safeName('lpt1.notes')).toBe('_lpt1.notes')
    expect(safeName('Console')).toBe('Console')
  })

  it('are short in characters and in bytes, and never end inside an emoji', () => {
    const long = safeName('word '.repeat(100))
    expect([...long].length).toBeLessThanOrEqual(120)
    expect(long.endsWith('…')).toBe(true)
    const wide = safeName('👩‍👩‍👧'.repeat(60))
    expect(Buffer.byteLength(wide)).toBeLessThanOrEqual(200)
    expect(wide.replaceAll('👩‍👩‍👧', '')).toBe('…')
  })

  it('are unique in a folder, upper and lower case being the same', () => {
    const name = uniqueNames()
    expect([name('Report'), name('REPORT'), name('report?'), name('Report (2)')]).toEqual([
      'Report',
      'REPORT (2)',
      'report (3)',
      'Report (2) (2)',
    ])
  })
})
