import MiniSearch from 'minisearch'
import type { ObjectKind, Suggestion } from '#shared/model.ts'
import type { Db } from '../store/database.ts'
import type { Change } from '../store/journal.ts'
import { titlesOf } from '../store/source-names.ts'
import { closeness } from './closeness.ts'
import { collectEntries, type Entry, findEntry, type WrittenKind } from './entries.ts'
import { suggestSources } from './suggest-sources.ts'
import { tokenize } from './tokenizer.ts'

const newestLimit = 10
const defaultLimit = 20
/** After more changed objects than this, as an import makes them, building anew is as quick as following. */
const mostFollowed = 1_000

const kindOf: Partial<Record<Change['table'], WrittenKind>> = {
  claim: 'claim',
  note: 'note',
  annotation: 'annotation',
}

interface Held {
  entries: Map<string, Entry>
  index: MiniSearch<Entry>
}

/**
 * Typo-tolerant search over what has a name or was written by the researcher. What was written is held in memory: read
 * when first asked, which takes 1.5 s at worst for 20,000 notes, and from then on brought up to date with what changed,
 * when next asked. Sources are asked of the notebook's own index.
 */
export class Suggester {
  readonly #db: Db
  #held: Held | null = null
  readonly #changed = new Map<string, WrittenKind>()
  #tagsChanged = false

  constructor(db: Db) {
    this.#db = db
  }

  /** Remembers which of the rows that it shows changed. */
  noteChanges(changes: readonly Change[]): void {
    if (this.#held === null) return
    for (const { table, id } of changes) {
      const kind = kindOf[table]
      if (kind !== undefined) this.#changed.set(id, kind)
      else if (table === 'tag' || table === 'tagging') this.#tagsChanged = true
    }
    if (this.#changed.size > mostFollowed) this.#forget()
  }

  /** The best matches for `text`; for an empty text the newest objects. */
  suggest(text: string, kinds: readonly ObjectKind[] | undefined, limit = defaultLimit): Suggestion[] {
    const isEmpty = text.trim() === ''
    const most = isEmpty ? Math.min(limit, newestLimit) : limit
    const sources =
      kinds === undefined || kinds.includes('source') ? suggestSources(this.#db, text, most) : []
    // Whoever looks for a source alone need not wait until everything else is read.
    const isWritten = kinds === undefined || kinds.some((kind) => kind !== 'source')
    const written = isWritten ? this.#written(text, kinds, most) : []
    const order = isEmpty ? byNewest : byCloseness(text)
    const both =
      sources.length === 0 || written.length === 0
        ? [...sources, ...written]
        : [...sources, ...written].sort(order)
    return this.#withTitles(both.slice(0, most))
  }

  /** Everything of some kinds that was written, the newest first. */
  every(kinds: readonly WrittenKind[]): Suggestion[] {
    const wanted = [...this.#upToDate().entries.values()].filter((entry) => isOf(entry, kinds))
    return this.#withTitles(wanted.sort(byNewest).map(toSuggestion))
  }

  /** All that is searched of one object that was written; empty where there is none. */
  wordsOf(id: string): string {
    const entry = this.#upToDate().entries.get(id)
    return entry === undefined ? '' : `${entry.label} ${entry.more}`
  }

  #written(text: string, kinds: readonly ObjectKind[] | undefined, limit: number): Suggestion[] {
    const { index, entries } = this.#upToDate()
    const wanted = (entry: Entry | undefined): entry is Entry => entry !== undefined && isOf(entry, kinds)
    const found =
      text.trim() === ''
        ? [...entries.values()].filter(wanted).sort(byNewest)
        : index
            .search(text)
            .map((result) => entries.get(String(result.id)))
            .filter(wanted)
    return found.slice(0, limit).map(toSuggestion)
  }

  /** An annotation's detail is the title of its source. */
  #withTitles(suggestions: Suggestion[]): Suggestion[] {
    const ids = suggestions.filter(({ kind }) => kind === 'annotation').map(({ sourceId }) => sourceId ?? '')
    if (ids.length === 0) return suggestions
    const titles = titlesOf(this.#db, ids)
    return suggestions.map((each) =>
      each.kind === 'annotation' ? { ...each, detail: titles.get(each.sourceId ?? '') ?? '' } : each,
    )
  }

  #upToDate(): Held {
    if (this.#held === null) this.#held = build(collectEntries(this.#db))
    // Whose tags changed is not told; comparing all entries is still far quicker than reading all their words again.
    else if (this.#tagsChanged) this.#followAll(this.#held)
    else for (const [id, kind] of this.#changed) put(this.#held, id, findEntry(this.#db, kind, id))
    this.#changed.clear()
    this.#tagsChanged = false
    return this.#held
  }

  #followAll(held: Held): void {
    const fresh = new Map(collectEntries(this.#db).map((entry) => [entry.id, entry]))
    for (const id of [...held.entries.keys()]) if (!fresh.has(id)) put(held, id, null)
    for (const entry of fresh.values()) put(held, entry.id, entry)
  }

  #forget(): void {
    this.#held = null
    this.#changed.clear()
    this.#tagsChanged = false
  }
}

function build(entries: readonly Entry[]): Held {
  const index = new MiniSearch<Entry>({
    fields: ['label', 'more'],
    tokenize: (value) => tokenize(value).map((token) => token.term),
    processTerm: (term) => term,
    searchOptions: {
      boost: { label: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  index.addAll(entries)
  return { index, entries: new Map(entries.map((entry) => [entry.id, entry])) }
}

/** Makes what is held of one object what it is now; null where it is gone. */
function put({ entries, index }: Held, id: string, entry: Entry | null): void {
  const before = entries.get(id)
  if (entry === null) {
    if (before !== undefined) index.discard(id)
    entries.delete(id)
    return
  }
  entries.set(id, entry)
  if (before === undefined) index.add(entry)
  else if (before.label !== entry.label || before.more !== entry.more) index.replace(entry)
}

function toSuggestion({ more: _, ...suggestion }: Entry): Suggestion {
  return suggestion
}

function isOf({ kind }: Suggestion, kinds: readonly ObjectKind[] | undefined): boolean {
  return kinds === undefined || kinds.includes(kind)
}

/** Ids are made of the time. */
function byNewest(a: Suggestion, b: Suggestion): number {
  return a.id < b.id ? 1 : -1
}

function byCloseness(text: string): (a: Suggestion, b: Suggestion) => number {
  const typed = tokenize(text).map(({ term }) => term)
  const known = new Map<Suggestion, number>()
  const near = (suggestion: Suggestion): number => {
    const found = known.get(suggestion) ?? closeness(suggestion.label, typed)
    known.set(suggestion, found)
    return found
  }
  return (a, b) => near(b) - near(a)
}
