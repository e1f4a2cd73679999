/**
 * PubMed's (`.nbib`) and EndNote's (`.enw`) formats put a tag before each value, as RIS does: both are rewritten as RIS
 * and read as that.
 */

type Rewrite = (value: string) => string[]

const as = (tag: string): Rewrite => {
  return (value) => [`${tag}  - ${value}`]
}

const pages: Rewrite = (value) => {
  const [, first, last] = /^([^-–]+)[-–](.+)$/.exec(value) ?? []
  if (first === undefined || last === undefined) return [`SP  - ${value}`]
  // PubMed leaves out the digits that stay the same: 1204-22.
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last
  return [`SP  - ${first}`, `EP  - ${full}`]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2025 May 3` */
const pubmedDate: Rewrite = (value) => {
  const [year, month, day] = value.split(' ')
  const number = months.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
  const parts = [
    year,
    number > 0 ? String(number).padStart(2, '0') : '',
    number > 0 ? (day ?? '').padStart(2, '0') : '',
  ]
  return [`PY  - ${parts.map((part) => (part === '00' ? '' : part)).join('/')}`]
}

const doi: Rewrite = (value) =>
  /\[doi\]|^10\.\d{4}/.test(value) ? [`DO  - ${value.replace(/\s*\[doi\]/, '')}`] : []

const pubmed: Record<string, Rewrite> = {
  FAU: as('AU'),
  CN: as('AU'),
  FED: as('A2'),
  TI: as('TI'),
  BTI: as('T2'),
  JT: as('T2'),
  VI: as('VL'),
  IP: as('IS'),
  DP: pubmedDate,
  PG: pages,
  LID: doi,
  AID: doi,
  AB: as('AB'),
  LA: as('LA'),
  IS: (value) => [`SN  - ${value.replace(/ \(.*$/, '')}`],
  ISBN: (value) => [`SN  - ${value.replace(/ \(.*$/, '')}`],
  PB: as('PB'),
  PL: as('CY'),
  MH: (value) => [`KW  - ${value.replaceAll('*', '')}`],
  OT: as('KW'),
}

const endnoteTypes: Record<string, string> = {
  'journal article': 'JOUR',
  'magazine article': 'MGZN',
  'newspaper article': 'NEWS',
  book: 'BOOK',
  'edited book': 'EDBOOK',
  'book section': 'CHAP',
  'conference proceedings': 'CONF',
  'conference paper': 'CPAPER',
  thesis: 'THES',
  report: 'RPRT',
  'web page': 'ELEC',
  blog: 'BLOG',
  'government document': 'GOVDOC',
  patent: 'PAT',
}

const endnote: Record<string, Rewrite> = {
  A: as('AU'),
  E: as('A2'),
  Y: as('A4'),
  T: as('TI'),
  J: as('T2'),
  B: as('T2'),
  D: as('PY'),
  V: as('VL'),
  N: as('IS'),
  P: pages,
  X: as('AB'),
  K: as('KW'),
  '@': as('SN'),
  U: as('UR'),
  R: doi,
  O: (value) => (value.startsWith('10.') ? doi(value) : as('N1')(value)),
  I: as('PB'),
  C: as('CY'),
  '7': as('ET'),
  S: as('T3'),
  G: as('LA'),
}

export function pubmedToRis(text: string): string {
  const lines = ['']
  for (const { tag, value: first, more } of tagged(text, /^([A-Z]{2,4}) *- (.*)$/)) {
    const value = [first, ...more].join(' ')
    if (tag === 'PMID') lines.push('ER  - ', 'TY  - JOUR')
    else lines.push(...(pubmed[tag]?.(value) ?? []))
  }
  return lines.join('\n')
}

export function endnoteToRis(text: string): string {
  const lines = ['']
  for (const { tag, value, more } of tagged(text, /^%(.) ?(.*)$/)) {
    if (tag === '0') lines.push('ER  - ', `TY  - ${endnoteTypes[value.toLowerCase()] ?? 'GEN'}`)
    // Keywords stand a line each; of anything else the lines go on.
    else if (tag === 'K') for (const word of [value, ...more]) lines.push(`KW  - ${word}`)
    else lines.push(...(endnote[tag]?.([value, ...more].join(' ')) ?? []))
  }
  return lines.join('\n')
}

function* tagged(text: string, mark: RegExp): Generator<{ tag: string; value: string; more: string[] }> {
  let open: { tag: string; value: string; more: string[] } | null = null
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const [, tag, value] = mark.exec(line) ?? []
    if (tag === undefined || value === undefined) {
      if (line.trim() !== '') open?.more.push(line.trim())
      continue
    }
    if (open !== null) yield open
    open = { tag, value: value.trim(), more: [] }
  }
  if (open !== null) yield open
}
