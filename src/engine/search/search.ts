import type { CallsOf, Handlers } from '../handlers.ts'
import { findBlocks } from './find.ts'

export const searchHandlers: Handlers<CallsOf<'search'>> = {
  'search.query': findBlocks,
  'search.suggest': ({ suggester }, { text, kinds, limit }) => suggester.suggest(text, kinds, limit),
}
