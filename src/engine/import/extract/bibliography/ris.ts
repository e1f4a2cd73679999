import type { ReadEntries } from './bibtex.ts'
import { type CslItem, parseCitations } from './citation.ts'

/** Reads RIS, an entry at a time, so that a broken one costs only itself. */
export function readRis(text: string): ReadEntries {
  const items: CslItem[] = []
  const unreadable: string[] = []
  for (const record of splitRecords(text)) {
    const item = readRecord(record) ?? readRecord(record.replace(/^TY {2}- .*/, 'TY  - GEN'))
    if (item === null) unreadable.push(/^T[I1] {2}- (.{1,60})/m.exec(record)?.[1] ?? record.slice(0, 30))
    else items.push(item)
  }
  return { items, unreadable }
}

/** A record's lines, one a tag: what is broken over several lines is put together. */
function splitRecords(text: string): string[] {
  const records: string[][] = []
  for (const raw of text.split(/\r\n|[\n\r]/)) {
    const line = raw.replace(/^\s*([A-Z][A-Z0-9])\s{1,3}-(?:\s|$)/, '$1  - ')
    const tag = /^([A-Z][A-Z0-9]) {2}- /.exec(line)?.[1]
    if (tag === 'TY') records.push([])
    const record = records.at(-1)
    if (record === undefined || line.trim() === '') continue
    // Citation.js cuts a line at every mark that looks like the one behind a tag.
    if (tag !== undefined) record.push(line.slice(0, 6) + line.slice(6).replace(/\s+/g, ' ').trim())
    else if (record.length > 0) record.push(`${record.pop() ?? ''} ${line.trim()}`)
  }
  return records.map((lines) => withoutRepetition(lines).join('\n'))
}

/** Tags whose value is one: Citation.js cannot read an entry where they stand twice. */
const single = /^(?:TI|T1|PY|Y1|Y2|DA|VL|IS|SP|EP|DO|UR|LA|AB|N2|ET|CY|PB) {2}- /

function withoutRepetition(lines: readonly string[]): string[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const key = single.test(line) ? line.slice(0, 6) : line
    if (seen.has(key) || (line.length <= 6 && !line.startsWith('ER'))) return false
    seen.add(key)
    return true
  })
}

function readRecord(record: string): CslItem | null {
  try {
    const [item] = parseCitations(record, '@ris/file')
    if (item === undefined || item.title === undefined) return null
    // What Citation.js does not take from some kinds of entries.
    const doi = /^DO {2}- (.+)$/m.exec(record)?.[1]
    const authors = [...record.matchAll(/^A[U1] {2}- (.+)$/gm)].map(([, name]) => nameOf(name ?? ''))
    const day = dayOf(record)
    return {
      ...(authors.length > 0 && { author: authors }),
      ...(doi !== undefined && { DOI: doi }),
      ...item,
      ...(day !== null && { issued: { 'date-parts': [day] } }),
    }
  } catch {
    return null
  }
}

/** `Solheim, Marit, Jr.` */
function nameOf(written: string): CslItem {
  const [family, given, suffix] = written.split(',').map((part) => part.trim())
  return given ? { family, given, ...(suffix && { suffix }) } : { literal: written.trim() }
}

/** The most exact date of those an entry has: the year often stands by itself as well. */
function dayOf(record: string): string[] | null {
  const dates = [...record.matchAll(/^(?:DA|PY|Y1) {2}- (\d{4})(?:\/(\d{1,2})?)?(?:\/(\d{1,2})?)?/gm)]
  const parts = dates.map(([, ...each]) => each.filter((part) => part !== undefined))
  return parts.sort((a, b) => b.length - a.length)[0] ?? null
}
