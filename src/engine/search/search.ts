import type { CallsOf, Handlers } from '../handlers.ts'
import { findConcordance } from './concordance.ts'
import { explainQuery } from './explain.ts'
import { findFacets } from './facets.ts'
import { findBlocks } from './find.ts'
import { findInSource } from './in-source.ts'
import { findObjects } from './objects.ts'
import { findSources } from './sources.ts'

export const searchHandlers: Handlers<CallsOf<'search'>> = {
  'search.query': findBlocks,
  'search.objects': findObjects,
  'search.sources': findSources,
  'search.facets': findFacets,
  'search.concordance': findConcordance,
  'search.inSource': findInSource,
  'search.explain': explainQuery,
  'search.suggest': ({ suggester }, { text, kinds, limit }) => suggester.suggest(text, kinds, limit),
}
