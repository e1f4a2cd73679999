import type { Suggestion } from '#shared/model.ts'
import type { Db } from '../store/database.ts'
import { newestSources, type SourceName, sourcesNamed, sourcesTagged } from '../store/source-names.ts'
import { quoteTerm } from '../store/text-search.ts'
import { nearTerms } from './expand.ts'
import { tokenize } from './tokenizer.ts'

/**
 * Sources whose title, authors, place of publication or tags begin with the words of `text`, the best first; where there
 * are too few, also those with words that were likely meant. For an empty text the newest. Straight from the notebook's
 * index: the names of 100,000 sources take 12 seconds to read and 300 MB to hold.
 */
export function suggestSources(db: Db, text: string, limit: number): Suggestion[] {
  if (text.trim() === '') return newestSources(db, limit).map(toSuggestion)
  const terms = [...new Set(tokenize(text).map(({ term }) => term))]
  if (terms.length === 0) return []
  const found = new Map<string, SourceName>()
  const add = (names: readonly SourceName[]) => {
    for (const name of names) if (!found.has(name.id)) found.set(name.id, name)
  }
  add(sourcesNamed(db, all(terms.map(beginning)), limit))
  add(sourcesTagged(db, text.trim(), limit))
  if (found.size < limit) {
    const meant = terms.map((term) => [beginning(term), ...nearTerms(db, term).map(quoteTerm)])
    if (meant.some((words) => words.length > 1)) {
      add(sourcesNamed(db, all(meant.map((words) => `(${words.join(' OR ')})`)), limit))
    }
  }
  return [...found.values()].slice(0, limit).map(toSuggestion)
}

function beginning(term: string): string {
  return `${quoteTerm(term)} *`
}

function all(expressions: readonly string[]): string {
  return expressions.join(' AND ')
}

function toSuggestion({ id, title, metadata }: SourceName): Suggestion {
  const place = metadata['container-title'] ?? metadata.publisher ?? ''
  return { kind: 'source', id, label: title, detail: place, sourceId: id }
}
