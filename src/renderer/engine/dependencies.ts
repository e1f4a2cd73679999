import type { CallName } from '#shared/contract/contract.ts'
import type { ChangedKind } from '#shared/contract/events.ts'

const everything: readonly ChangedKind[] = [
  'source',
  'annotation',
  'claim',
  'note',
  'link',
  'tag',
  'flag',
  'relation',
  'origin',
  'collection',
  'search',
  'mute',
]

/** What each read is made of. A read that stands in no row is made of nothing that `changed` reports. */
const madeOf: Partial<Record<CallName, readonly ChangedKind[]>> = {
  'notebook.info': ['source', 'annotation', 'claim', 'note', 'link'],
  'history.list': everything,
  'history.ofObject': everything,
  'history.touched': everything,
  'sources.list': ['source', 'annotation', 'tag', 'flag', 'origin'],
  // Not annotations: a megabyte of text is not fetched again for each highlight.
  'sources.get': ['source', 'origin'],
  'sources.original': ['source'],
  'sources.citations': ['source'],
  'sources.attachments': ['source'],
  'sources.similar': ['source', 'origin', 'flag'],
  'sources.compare': ['source', 'flag'],
  'origins.list': ['source', 'origin', 'flag'],
  'flags.list': ['source', 'flag'],
  'annotations.list': ['source', 'annotation', 'tag', 'link'],
  'annotations.drifted': ['source', 'annotation', 'tag', 'link'],
  'annotations.get': ['source', 'annotation', 'tag', 'link'],
  'tags.list': everything,
  'collections.list': ['collection', 'source'],
  'collections.tags': ['tag', 'source', 'annotation'],
  'search.query': ['source', 'annotation', 'link', 'tag', 'collection', 'flag'],
  'search.objects': ['source', 'annotation', 'claim', 'note', 'tag', 'link', 'collection', 'flag'],
  'search.sources': ['source', 'annotation', 'link', 'tag', 'collection', 'flag'],
  'search.facets': ['source', 'annotation', 'link', 'tag', 'collection', 'flag'],
  'search.concordance': ['source', 'annotation', 'link', 'tag', 'collection', 'flag'],
  'search.inSource': ['source'],
  'search.explain': ['source'],
  'searches.list': ['search'],
  'search.suggest': ['source', 'annotation', 'claim', 'note', 'tag'],
  'claims.list': ['claim', 'link', 'tag', 'annotation', 'source', 'origin', 'relation'],
  'claims.get': ['claim', 'link', 'tag', 'annotation', 'source', 'origin', 'relation', 'note'],
  'links.list': ['link', 'relation', 'annotation', 'claim', 'source', 'note'],
  'relations.list': ['relation', 'link'],
  'notes.list': ['note', 'tag'],
  'notes.get': ['note', 'tag'],
  'notes.backlinks': ['note', 'claim', 'annotation', 'source'],
  'views.matrix': everything,
  'views.graph': everything,
  'views.graphLinks': ['link', 'relation', 'annotation', 'claim', 'source', 'note'],
  'views.timeline': ['source', 'annotation', 'claim', 'link', 'origin'],
  'views.inbox': everything,
}

/** Whether the answer of `call` may differ after rows of `kinds` changed. */
export function isTouchedBy(call: string, kinds: readonly ChangedKind[]): boolean {
  const parts = madeOf[call as CallName]
  return parts?.some((part) => kinds.includes(part)) ?? false
}
