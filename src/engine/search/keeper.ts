import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IndexProgress } from '#shared/contract/events.ts'
import { isScattered, mergeIndex } from '../store/index-merge.ts'
import type { Store } from '../store/store.ts'
import {
  attachVocabulary,
  clearVocabulary,
  countBlocks,
  putTerms,
  readIndexedTerms,
  setVocabularyMark,
  sourceLanguages,
  vocabularyMark,
} from '../store/vocabulary.ts'
import { Stems, stemmedLanguages, stemsVersion } from './stems.ts'

/** One slice of work holds the engine's thread about as long; other calls come in between. */
const sliceMs = 10
/** Writing a new word with its trigrams and stems takes some 35 µs. */
const sliceTerms = 250
/** How long nothing has to change before the vocabulary follows, so that an import is followed once. */
const settleMs = 800

interface KeeperOptions {
  store: Store
  /** The version of the tokenizer that blocks are to be indexed with. */
  signature: string
  tell(progress: IndexProgress): void
  log(line: string): void
}

/**
 * Keeps what search stands on up to date, in the background: makes an index of another version anew, block by block,
 * lets the vocabulary follow the index, and puts the index together where it is in pieces. Meanwhile search answers from
 * what is there.
 */
export class IndexKeeper {
  readonly #options: KeeperOptions
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #stopped = false
  #stems: Stems | null = null
  /** The last block whose words the vocabulary has; null while something is to be followed. */
  #followed: number | null = null
  #changes = 0

  constructor(options: KeeperOptions) {
    this.#options = options
    if (!options.store.readOnly) this.changed(0)
  }

  /** Stemmers of the notebook's languages. Loaded once, and again when the background finds other languages. */
  async stems(): Promise<Stems> {
    this.#stems ??= await Stems.load(stemmedLanguages(sourceLanguages(this.#options.store.db)))
    return this.#stems
  }

  /** Whether the vocabulary has every word of the index. */
  isCurrent(): boolean {
    return this.#followed !== null && this.#followed === countBlocks(this.#options.store.db)
  }

  /** To be told when sources changed. */
  changed(delay = settleMs): void {
    this.#followed = null
    this.#changes++
    if (this.#stopped || this.#options.store.readOnly) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#running = this.#running.then(() => this.#keep())
    }, delay)
    this.#timer.unref()
  }

  /** Resolves when everything that changed so far has been followed. */
  async settled(): Promise<void> {
    if (this.#timer !== null) {
      clearTimeout(this.#timer)
      this.#timer = null
      this.#running = this.#running.then(() => this.#keep())
    }
    await this.#running
  }

  /** Makes the vocabulary anew, whatever it holds. Resolves when it is complete. */
  async renewVocabulary(): Promise<void> {
    await this.settled()
    clearVocabulary(this.#options.store.db)
    this.changed(0)
    await this.settled()
  }

  /** Ends with the slice in hand. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
  }

  /** Never rejects: an index that cannot be kept costs speed and typos, not the work. */
  async #keep(): Promise<void> {
    try {
      await this.#renewIndex()
      await this.#followVocabulary()
      await this.#mergeIndex()
    } catch (error) {
      if (!this.#stopped) this.#options.log(`keeping the index failed: ${String(error)}`)
    }
  }

  async #renewIndex(): Promise<void> {
    const { store, signature, tell } = this.#options
    const { index } = store
    if (index === null || !index.isOutdated(signature)) return
    for (;;) {
      const progress = index.renewSome(signature, sliceMs)
      tell({ ...progress, state: progress.done < progress.total ? 'renewing' : 'ready' })
      if (progress.done >= progress.total || this.#stopped) return
      await nextTurn()
    }
  }

  async #followVocabulary(): Promise<void> {
    const { db } = this.#options.store
    const languages = stemmedLanguages(sourceLanguages(db))
    if (this.#stems !== null && String(this.#stems.languages) !== String(languages)) {
      this.#stems = await Stems.load(languages)
    }
    const stems = await this.stems()
    const mark = this.#mark(languages)
    const before = vocabularyMark(db)
    const [changes, last] = [this.#changes, countBlocks(db)]
    if (before === mark.whole) this.#followed = last
    if (this.#stopped || before === mark.whole) return
    if (!before.startsWith(mark.kind)) clearVocabulary(db)
    attachVocabulary(db)
    let after = ''
    for (let end = false; !end; ) {
      const slice = readIndexedTerms(db, after, { limit: sliceTerms, ms: sliceMs })
      end = slice.end
      const upTo = end ? null : (slice.terms.at(-1)?.term ?? null)
      putTerms(db, { after, upTo, terms: slice.terms, stems: (term) => stems.of(term) })
      after = upTo ?? after
      await nextTurn()
      if (this.#stopped) return
    }
    setVocabularyMark(db, mark.whole)
    // What changed meanwhile is followed next.
    if (this.#changes === changes) this.#followed = last
    // Forms and likely words are found from now on that were not before.
    this.#options.tell({ state: 'ready', done: 0, total: 0 })
  }

  async #mergeIndex(): Promise<void> {
    const { db } = this.#options.store
    if (this.#stopped || !isScattered(db)) return
    for (const _ of mergeIndex(db)) {
      await nextTurn()
      if (this.#stopped) return
    }
  }

  /** Says what the vocabulary is made of: how, and of which texts. */
  #mark(languages: readonly string[]): { kind: string; whole: string } {
    const kind = `${this.#options.signature}/${stemsVersion}/${languages.join(',')}/`
    return { kind, whole: `${kind}${this.#options.store.index?.state() ?? ''}` }
  }
}
