import MiniSearch from 'minisearch'
import type { ObjectKind, Suggestion } from '#shared/model.ts'
import type { Db } from '../store/database.ts'
import type { Change } from '../store/journal.ts'
import { collectEntries, type Entry, findEntry } from './entries.ts'
import { tokenize } from './tokenizer.ts'

const newestLimit = 10
const defaultLimit = 20
/** After more changed objects than this, as an import makes them, building anew is as quick as following. */
const mostFollowed = 1_000

const kindOf: Partial<Record<Change['table'], ObjectKind>> = {
  source: 'source',
  claim: 'claim',
  note: 'note',
  annotation: 'annotation',
}

interface Held {
  entries: Map<string, Entry>
  index: MiniSearch<Entry>
}

/**
 * Typo-tolerant search over what has a name or was written by the researcher. Held in memory: built when first asked,
 * which takes 1.5 s at worst for 20,000 notes, and from then on brought up to date with what changed, when next asked.
 */
export class Suggester {
  readonly #db: Db
  #held: Held | null = null
  readonly #changed = new Map<string, ObjectKind>()
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
    const { index, entries } = this.#upToDate()
    const wanted = (entry: Entry | undefined): entry is Entry =>
      entry !== undefined && (kinds === undefined || kinds.includes(entry.kind))
    const show = (entry: Entry) => toSuggestion(entry, entries)
    if (text.trim() === '') {
      const newest = [...entries.values()].filter(wanted).sort((a, b) => (a.id < b.id ? 1 : -1))
      return newest.slice(0, Math.min(limit, newestLimit)).map(show)
    }
    return index
      .search(text)
      .map((result) => entries.get(String(result.id)))
      .filter(wanted)
      .slice(0, limit)
      .map(show)
  }

  /** Every object of some kinds, the newest first. */
  every(kinds: readonly ObjectKind[]): Suggestion[] {
    const { entries } = this.#upToDate()
    const wanted = [...entries.values()].filter(({ kind }) => kinds.includes(kind))
    return wanted.sort((a, b) => (a.id < b.id ? 1 : -1)).map((entry) => toSuggestion(entry, entries))
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

function toSuggestion({ more: _, ...suggestion }: Entry, entries: ReadonlyMap<string, Entry>): Suggestion {
  if (suggestion.kind !== 'annotation' || suggestion.sourceId === null) return suggestion
  return { ...suggestion, detail: entries.get(suggestion.sourceId)?.label ?? '' }
}
