import { openObject } from '#renderer/objects/openObject.ts'
import { showFound } from '#renderer/state/finding.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { SearchHit, Suggestion } from '#shared/model.ts'
import { wordsOf } from './editing.ts'
import { rememberSearch } from './recent.ts'
import { passageOf } from './results.ts'

/** Opens the passage that a search found; the query goes on in the bar that finds in the text. */
export function openHit(query: string, hit: SearchHit): void {
  openPlace(query, hit.sourceId, passageOf(hit))
}

/** The same for a place in a source. */
export function openPlace(query: string, sourceId: string, range: { start: number; end: number }): void {
  rememberSearch(query)
  useWindow.getState().openSource(sourceId, range)
  const words = wordsOf(query)
  if (words !== '') showFound(sourceId, words, range.start)
}

/** Opens what has a name. */
export function openFound(query: string, { kind, id }: Suggestion): void {
  rememberSearch(query)
  void openObject({ kind, id })
}
