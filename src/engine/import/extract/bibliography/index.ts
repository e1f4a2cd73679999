import { CrossreadError } from '#shared/errors.ts'
import { decodeBytes } from '../../encoding.ts'
import type { Extracted, Extractor } from '../types.ts'
import { type ReadEntries, readBibtex } from './bibtex.ts'
import { toEntry } from './csl.ts'
import { readCslJson } from './csl-json.ts'
import { readRis } from './ris.ts'
import { endnoteToRis, pubmedToRis } from './tagged.ts'

interface Format {
  mediaType: string
  isIn: (text: string) => boolean
  read: (text: string) => ReadEntries
}

/** Told by what is in the file: names lie, and programs call most of these `.txt`. */
const formats: Format[] = [
  {
    mediaType: 'application/vnd.citationstyles.csl+json',
    isIn: (text) => /^\s*[[{]/.test(text),
    read: readCslJson,
  },
  {
    mediaType: 'application/x-research-info-systems',
    isIn: (text) => /^\s*TY\s{1,3}- /m.test(text),
    read: readRis,
  },
  {
    mediaType: 'application/nbib',
    isIn: (text) => /^PMID ?- /m.test(text),
    read: (text) => readRis(pubmedToRis(text)),
  },
  {
    mediaType: 'application/x-endnote-refer',
    isIn: (text) => /^%0 /m.test(text),
    read: (text) => readRis(endnoteToRis(text)),
  },
  {
    mediaType: 'application/x-bibtex',
    isIn: (text) => /@\s*[a-z]+\s*[{(]/i.test(text),
    read: readBibtex,
  },
]

/** In bytes; its entries take some thirty times as much memory while they are read. Fifty thousand references fit. */
const longest = 30_000_000

/**
 * Reads a bibliography (BibTeX, BibLaTeX, RIS, CSL-JSON, PubMed's and EndNote's files): a document without a text for
 * each of its entries. An entry that cannot be read is left out, and the first document's notes say so.
 */
export const extractBibliography: Extractor = async ({ bytes }) => {
  if (bytes.length > longest) {
    const reason = 'This bibliography is too long to be read at once. Split it and import the parts.'
    throw new CrossreadError('file_unreadable', reason)
  }
  const { text } = decodeBytes(bytes)
  const format = formats.find(({ isIn }) => isIn(text))
  if (format === undefined) {
    throw new CrossreadError(
      'file_unreadable',
      'This is no bibliography that Crossread knows: it reads BibTeX, RIS, CSL-JSON, PubMed’s .nbib and EndNote’s .enw.',
    )
  }
  const { items, unreadable } = format.read(text)
  if (items.length === 0) throw new CrossreadError('file_unreadable', emptiness(unreadable))
  const documents = items.map((item): Extracted => {
    return { mediaType: format.mediaType, ...toEntry(item), blocks: [], notes: [] }
  })
  if (unreadable.length > 0) {
    const detail = unreadable.slice(0, 10).join(', ') + (unreadable.length > 10 ? ' …' : '')
    documents[0]?.notes.push({ what: 'bibliography_unreadable', count: unreadable.length, detail })
  }
  return documents
}

function emptiness(unreadable: readonly string[]): string {
  if (unreadable.length === 0) return 'There are no entries in this bibliography.'
  const which = unreadable.slice(0, 3).join(', ')
  return `None of the ${unreadable.length} entries in this bibliography can be read (${which}). Export it again from your reference manager.`
}
