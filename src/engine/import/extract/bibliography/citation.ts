/// <reference path="./citation-js.d.ts" />
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

/** One entry as CSL-JSON: fields of any kind, to be checked before they are used. */
export type CslItem = Record<string, unknown>

/** Formats of Citation.js, by its own names. */
export type CitationFormat = '@biblatex/text' | '@biblatex/entries+list' | '@ris/file'

/** Runs one of Citation.js's parsers. Throws an error of its own where it cannot make sense of the input. */
export function parseCitations(input: unknown, format: CitationFormat): CslItem[] {
  return plugins.input.chain(input, { forceType: format, generateGraph: false }).filter(isItem)
}

/** An entry of BibTeX before its fields are interpreted. */
export interface BibtexEntry {
  type: string
  label: string
  properties: Record<string, string | number>
}

export function parseBibtexEntries(text: string): BibtexEntry[] {
  const found = plugins.input.chain(text, {
    forceType: '@biblatex/text',
    target: '@biblatex/entries+list',
    generateGraph: false,
  })
  return found.filter(isBibtexEntry)
}

export function isItem(value: unknown): value is CslItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBibtexEntry(value: unknown): value is BibtexEntry {
  return isItem(value) && typeof value.label === 'string' && isItem(value.properties)
}
