import { CrossreadError } from '#shared/errors.ts'
import type { ImportNote } from '#shared/model.ts'
import type { PageText } from './model.ts'

/** Private use, unassigned and replacement characters, and controls: what a font without meaning gives. */
const meaningless = /[\ue000-\uf8ff\ufffd\ufffe\uffff]|\p{Cn}|(?![\t\n\v\f\r])\p{Cc}|[\u{f0000}-\u{10ffff}]/gu
const control = /(?![\t\n\v\f\r])\p{Cc}/u
/** Signs of symbol fonts that are used as bullets. */
const known = /[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d]/g

/**
 * Leaves out texts with control characters in them, which a lost font leaves: they are numbers of glyphs. Where much of
 * the document is like that, it may be better than nothing, and stays.
 */
export function withoutControls(pages: readonly PageText[]): PageText[] {
  const clean = pages.map((page) => ({ ...page, runs: page.runs.filter(({ text }) => !control.test(text)) }))
  return lengthOf(clean) > lengthOf(pages) * 0.6 ? clean : [...pages]
}

function lengthOf(pages: readonly PageText[]): number {
  return pages.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 0), 0)
}

/** Fails where most letters have no meaning, and says so where some have none. */
export function checkLetters(pages: readonly PageText[]): ImportNote[] {
  let all = 0
  let bad = 0
  for (const { runs } of pages) {
    for (const { text } of runs) {
      all += text.length
      bad += (text.match(meaningless)?.length ?? 0) - (text.match(known)?.length ?? 0)
    }
  }
  if (all > 0 && bad > all * 0.3) {
    throw new CrossreadError(
      'file_unreadable',
      'The text of this PDF cannot be read: its letters have no meaning (its fonts do not say which characters they show). Run text recognition (OCR) on it and import it again.',
    )
  }
  return bad > Math.max(3, all * 0.002) ? [{ what: 'pdf-unknown-letters', count: bad }] : []
}
