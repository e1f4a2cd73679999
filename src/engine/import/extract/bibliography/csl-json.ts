import { CrossreadError } from '#shared/errors.ts'
import type { ReadEntries } from './bibtex.ts'
import { isItem } from './citation.ts'

/** Types of CSL 1.0.2: what tells its JSON from any other. */
const types = new Set(
  [
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset',
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation',
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical',
    'personal_communication post post-weblog regulation report review review-book software song speech standard thesis',
    'treaty webpage',
  ]
    .join(' ')
    .split(' '),
)

/**
 * Reads CSL-JSON: a list of entries, one alone, or entries under their keys, also inside `items` or `references`.
 * Throws `file_unreadable` for any other JSON.
 */
export function readCslJson(text: string): ReadEntries {
  const listed = candidates(parse(text))
  const items = listed.filter(isItem).filter(isCsl)
  if (items.length === 0) {
    throw new CrossreadError(
      'file_unreadable',
      'This JSON file is no bibliography. Of JSON, Crossread reads CSL-JSON, which Zotero, Mendeley and others export.',
    )
  }
  const unreadable = listed
    .filter((each) => !isCsl(each))
    .map((each) => JSON.stringify(each)?.slice(0, 60) ?? '')
  return { items, unreadable }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CrossreadError('file_unreadable', 'This JSON file is damaged or incomplete. Export it again.')
  }
}

function candidates(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (!isItem(value)) return []
  if (isCsl(value)) return [value]
  for (const inside of [value.items, value.references]) if (Array.isArray(inside)) return inside
  return Object.values(value)
}

function isCsl(value: unknown): boolean {
  if (!isItem(value) || typeof value.type !== 'string' || !types.has(value.type)) return false
  return ['title', 'author', 'editor', 'issued', 'container-title', 'DOI', 'URL'].some(
    (field) => field in value,
  )
}
