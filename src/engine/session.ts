import type { ChangedKind, EngineEventName, EngineEvents } from '#shared/contract/events.ts'
import { CrossreadError } from '#shared/errors.ts'
import type { HistoryState, HistoryStep } from '#shared/model.ts'
import { localName } from './author.ts'
import { describeNotebook } from './describe.ts'
import { IndexKeeper } from './search/keeper.ts'
import { Suggester } from './search/suggest.ts'
import { tokenizerVersion } from './search/tokenizer.ts'
import type { Changes } from './store/journal.ts'
import type { JournaledTable } from './store/journal-triggers.ts'
import type { Store } from './store/store.ts'
import { annotationsTouched, sourcesTouched } from './store/touched.ts'
import { turns } from './turns.ts'

export type Emit = <Name extends EngineEventName>(name: Name, payload: EngineEvents[Name]) => void

/** More changed rows than this are not named one by one: clients then take everything of the kind as changed. */
const mostNamedIds = 200
/** Of more sources, or annotations, than this a client asks for all again. */
const mostNamedSources = 50
const mostNamedAnnotations = 200

const kindOf: Record<JournaledTable, ChangedKind | null> = {
  notebook: null,
  origin: 'origin',
  source: 'source',
  annotation: 'annotation',
  claim: 'claim',
  note: 'note',
  relation: 'relation',
  link: 'link',
  tag: 'tag',
  tagging: 'tag',
  collection: 'collection',
  collection_source: 'collection',
  flag: 'flag',
  saved_search: 'search',
  inbox_mute: 'mute',
}

/**
 * One open notebook with what belongs to it while it is open. Services change the notebook only through `change`, so
 * that every change is a step of the history and is told to every client.
 */
export class Session {
  readonly store: Store
  readonly suggester: Suggester
  readonly keeper: IndexKeeper
  readonly log: (line: string) => void
  /** Imports wait for each other: what one brings, the next has to find. */
  readonly importInTurn = turns()
  readonly #emit: Emit

  constructor(store: Store, emit: Emit, log: (line: string) => void) {
    this.store = store
    this.suggester = new Suggester(store.db)
    store.journal.author = localName()
    this.#emit = emit
    this.log = log
    this.keeper = new IndexKeeper({
      store,
      signature: tokenizerVersion,
      tell: (progress) => emit('index', progress),
      log,
    })
  }

  /** Runs `work` as one step called `label`. A `mergeKey` joins it to the step before, as typing does. */
  change<T>(label: string, work: () => T, mergeKey: string | null = null): T {
    const { value, changes } = this.store.journal.record(label, work, mergeKey)
    this.#announce(changes)
    return value
  }

  /** A step of many transactions: `beginStep`, any number of `extendStep`, `endStep`. */
  beginStep(label: string): number {
    return this.store.journal.begin(label)
  }

  extendStep<T>(step: number, work: () => T): T {
    const { value, changes } = this.store.journal.extend(step, work)
    this.#announce(changes)
    return value
  }

  endStep(step: number): void {
    this.store.journal.end(step)
  }

  undo(): { step: HistoryStep; state: HistoryState } {
    return this.#replayed(this.store.journal.undo())
  }

  redo(): { step: HistoryStep; state: HistoryState } {
    return this.#replayed(this.store.journal.redo())
  }

  #replayed({ step, changes }: { step: HistoryStep; changes: Changes }): {
    step: HistoryStep
    state: HistoryState
  } {
    this.#announce(changes)
    return { step, state: this.store.journal.state() }
  }

  #announce({ commandId, rows, from }: Changes): void {
    if (rows.length === 0) return
    this.suggester.noteChanges(rows)
    const kinds = new Set<ChangedKind>()
    for (const { table } of rows) {
      const kind = kindOf[table]
      if (kind !== null) kinds.add(kind)
    }
    const ids = rows.length > mostNamedIds ? [] : [...new Set(rows.map((row) => row.id))]
    if (kinds.has('source') || kinds.has('flag')) this.keeper.changed()
    if (rows.some((row) => row.table === 'notebook')) {
      this.#emit('notebook', { info: describeNotebook(this.store) })
    }
    const { db, journal } = this.store
    const many = rows.length > mostNamedIds
    const sources = many ? null : sourcesTouched(db, { commandId, from }, mostNamedSources)
    const annotations = many ? null : annotationsTouched(db, { commandId, from }, mostNamedAnnotations)
    this.#emit('changed', { kinds: [...kinds], ids, sources, annotations, history: journal.state() })
  }
}

/** What was looked for, or a `not_found` error that names it. */
export function required<T>(found: T | null, what: string): T {
  if (found === null) throw new CrossreadError('not_found', `This ${what} is not in the notebook (any more).`)
  return found
}

export function now(): string {
  return new Date().toISOString()
}
