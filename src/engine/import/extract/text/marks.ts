/** The mark that makes a line an item of a list. */
export interface ItemMark {
  /** Characters that the mark and the white space behind it take. */
  length: number
  /** What the item is numbered with: `3.` gives `{ style: '9.', number: 3 }`; nothing of a bullet. */
  number?: { style: string; value: number }
}

const bullet = /^(?:[-*+•‣◦⁃∙▪▫■□●○◆◇►▶➢➤✓✔☐☑☒·–]|\[[ xX]\])[ \t\u00a0]+(?=\S)/u
const numbered = /^(?:(\()?(\d{1,3}|[a-z]|[ivxlc]{2,6}|[IVXLC]{1,6})([.)、．]))[ \t\u00a0\u3000]*(?=\S)/u
const marksBegin = new Set([...'-*+•‣◦⁃∙▪▫■□●○◆◇►▶➢➤✓✔☐☑☒·–[('])

/** Reads the mark of a list at the beginning of a line. Whether a number is one depends on the numbers around it. */
export function readMark(text: string): ItemMark | null {
  const first = text.charCodeAt(0)
  const second = text.charCodeAt(1)
  const mayBeNumber = isDigit(first) || first === 0x28 || (isLetter(first) && !isLower(second))
  const mayBeNumeral = isLetter(first) && /^[ivxlcIVXLC]+[.)]/.test(text)
  if (mayBeNumber || mayBeNumeral) return readNumber(text)
  if (!marksBegin.has(text.charAt(0))) return null
  const found = bullet.exec(text)
  return found === null ? null : { length: found[0].length }
}

function readNumber(text: string): ItemMark | null {
  const [all, open = '', digits = '', close = ''] = numbered.exec(text) ?? []
  if (all === undefined || (open !== '' && close !== ')')) return null
  // `1.5 million`, `3)x` are no items; after a full stop of East Asia no space is needed.
  if (!/\s$/.test(all) && !/[、．]/.test(close)) return null
  const { kind, value } = readValue(digits)
  return value === 0 ? null : { length: all.length, number: { style: open + kind + close, value } }
}

function readValue(digits: string): { kind: string; value: number } {
  if (isDigit(digits.charCodeAt(0))) return { kind: '9', value: Number(digits) }
  const isSmall = digits === digits.toLowerCase()
  // `c)` may follow `b)`; `i)` begins a list of its own.
  if (digits.length === 1 && isSmall && digits !== 'i') return { kind: 'a', value: digits.charCodeAt(0) - 96 }
  return { kind: isSmall ? 'i' : 'I', value: romanValue(digits.toUpperCase()) }
}

const numerals: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

function romanValue(digits: string): number {
  let value = 0
  for (let index = 0; index < digits.length; index++) {
    const own = numerals[digits.charAt(index)] ?? 0
    value += own < (numerals[digits.charAt(index + 1)] ?? 0) ? -own : own
  }
  return value
}

/** Whether a line begins with a mark of a list, a quotation or a heading, so that no line before it runs on into it. */
export function isMarked(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 0x3e) return true
  if (first === 0x23) return /^#{1,6} /.test(text)
  return readMark(text) !== null
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

function isLetter(code: number): boolean {
  return isLower(code | 0x20)
}
