import type { CallsOf, Handlers } from '../handlers.ts'
import { findBlocks } from './find.ts'

export const searchHandlers: Handlers<CallsOf<'search'>> = {
  'search.query': ({ store }, { query, limit, asYouType }) => findBlocks(store, query, limit, asYouType),
  'search.suggest': ({ suggester }, { text, kinds, limit }) => suggester.suggest(text, kinds, limit),
}
