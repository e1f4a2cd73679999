import { type BibtexPiece, mendBibtex, splitBibtex } from './bibtex-split.ts'
import { type BibtexEntry, type CslItem, parseBibtexEntries, parseCitations } from './citation.ts'

/** Entries that were read, and the keys (or beginnings) of those that were not. */
export interface ReadEntries {
  items: CslItem[]
  unreadable: string[]
}

/** Reads BibTeX or BibLaTeX: macros are put in, accents written in LaTeX become letters, `crossref` is inherited. */
export function readBibtex(text: string): ReadEntries {
  const pieces = splitBibtex(text)
  const macros = new Macros(pieces.filter(({ type }) => type === 'string'))
  const entries: BibtexEntry[] = []
  const unreadable: string[] = []
  for (const piece of pieces) {
    if (piece.type === 'string') continue
    const entry = parseEntry(piece.text, macros)
    if (entry === null) unreadable.push(keyOf(piece.text))
    else entries.push(entry)
  }
  const byLabel = new Map(entries.map((entry) => [entry.label, entry]))
  const items = entries.flatMap((entry) => {
    const item = interpret(entry, byLabel)
    if (item !== null) return [item]
    unreadable.push(entry.label)
    return []
  })
  return { items, unreadable }
}

function parseEntry(text: string, macros: Macros): BibtexEntry | null {
  for (const attempt of [() => text, () => mendBibtex(text)]) {
    try {
      const [entry] = parseBibtexEntries(macros.before(text) + attempt())
      if (entry !== undefined) return entry
    } catch {
      // The next attempt, or the report, says so.
    }
  }
  return null
}

/** Fields that can keep an entry from being read and tell nothing that is kept here. */
const unwanted =
  /^(?:file|bdsk-.*|date-added|date-modified|owner|timestamp|groups|options|urldate\+an|.*\+an.*)$/

function interpret(entry: BibtexEntry, byLabel: Map<string, BibtexEntry>): CslItem | null {
  const family: BibtexEntry[] = []
  for (let next: BibtexEntry | undefined = entry; next !== undefined && !family.includes(next); ) {
    family.push(next)
    next = byLabel.get(String(next.properties.crossref ?? ''))
  }
  const cleaned = family.map((each) => ({
    ...each,
    properties: Object.fromEntries(Object.entries(each.properties).filter(([name]) => !unwanted.test(name))),
  }))
  try {
    return parseCitations(cleaned, '@biblatex/entries+list')[0] ?? null
  } catch {
    return withoutBadFields(cleaned[0])
  }
}

/** An entry with those of its fields that can be read. */
function withoutBadFields(entry: BibtexEntry | undefined): CslItem | null {
  if (entry === undefined) return null
  const fields = Object.entries(entry.properties).filter(([name, value]) => {
    try {
      parseCitations([{ ...entry, properties: { [name]: value } }], '@biblatex/entries+list')
      return true
    } catch {
      return false
    }
  })
  try {
    const properties = Object.fromEntries(fields)
    return fields.length === 0
      ? null
      : (parseCitations([{ ...entry, properties }], '@biblatex/entries+list')[0] ?? null)
  } catch {
    return null
  }
}

function keyOf(text: string): string {
  return /^@\s*\w+\s*[{(]\s*([^\s,]{1,60})/.exec(text)?.[1] ?? text.slice(0, 30)
}

/** `@string` definitions: each entry is given those that it names, and those that they name. */
class Macros {
  readonly #byName = new Map<string, string>()

  constructor(pieces: readonly BibtexPiece[]) {
    for (const { text } of pieces) {
      const name = /^@\s*\w+\s*[{(]\s*([^\s=]+)\s*=/.exec(text)?.[1]
      if (name !== undefined) this.#byName.set(name.toLowerCase(), text)
    }
  }

  before(entry: string): string {
    if (this.#byName.size === 0) return ''
    const seen = new Set<string>()
    const used: string[] = []
    const visit = (text: string) => {
      for (const word of text.toLowerCase().match(/[a-z_][\w:+-]*/g) ?? []) {
        const definition = this.#byName.get(word)
        if (definition === undefined || seen.has(definition)) continue
        seen.add(definition)
        // Those that it names have to stand before it.
        visit(definition)
        used.push(definition)
      }
    }
    visit(entry)
    return used.map((definition) => `${definition}\n`).join('')
  }
}
