import { parseDate } from '../../dates.ts'
import type { ExtractedBlock } from '../types.ts'

const longestLine = 60
const mostLines = 12

/**
 * The blocks without the lines between headline and text that say what the details say already: the section as a link,
 * the day and time of publication, how long it takes to read.
 */
export function trimHead(blocks: ExtractedBlock[]): ExtractedBlock[] {
  const text = blocks.findIndex((block) => block.kind === 'paragraph' && block.text.length > 2 * longestLine)
  const end = Math.min(Math.max(text, 0), mostLines)
  return blocks.filter((block, index) => index >= end || !saysNothing(block))
}

function saysNothing({ kind, text, links = [] }: ExtractedBlock): boolean {
  if ((kind !== 'paragraph' && kind !== 'list-item') || text.length > longestLine) return false
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0)
  if (linked > text.length * 0.9) return true
  if (/^\W*\d{1,3}[ -]?(?:min|minutes?|minuten|minutos|minuti|мин)\b/iu.test(text)) return true
  // `14 March 2025, 5.30 am`, `Published: 14.03.2025 | 10:22`
  const date = text
    .replace(/^[\p{L} ]{1,20}: */u, '')
    .replace(
      /[,|–-]? *(?:(?:at|um|à|às) )?\d{1,2}[.:h]\d{2}(?:[.:]\d{2})?(?: ?[ap]\.?m\.?| Uhr| Uhr\.)?(?: ?[A-Z]{2,4})?$/iu,
      '',
    )
  return parseDate(date.trim()) !== null
}
