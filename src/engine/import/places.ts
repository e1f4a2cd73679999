import type { Db } from '../store/database.ts'
import type { Place } from './batch.ts'
import { buildMatcher, type Matcher } from './match.ts'
import type { PreparedSource } from './prepare.ts'

/**
 * Decides what a document is to the notebook: a source of its own, the text of a source that a bibliography brought, or,
 * where it is an entry of a bibliography, details of a source that is here.
 */
export class Places {
  readonly #db: Db
  #entries: Promise<Matcher> | null = null
  #documents: Promise<Matcher> | null = null

  constructor(db: Db) {
    this.#db = db
  }

  async find(prepared: PreparedSource): Promise<Place> {
    if (prepared.kind === 'bibliography') {
      const of = (await this.#ofEntries()).matchEntry(prepared)
      return of === null ? { as: 'source' } : { as: 'details', of }
    }
    const of = (await this.#ofDocuments()).matchDocument(prepared)
    return of === null ? { as: 'source' } : { as: 'text', of }
  }

  /** Lets later documents of the same import match this one. */
  taken({ title, metadata, blocks }: PreparedSource, id: string): void {
    const source = { id, title, metadata, hasText: blocks.length > 0 }
    void this.#entries?.then((matcher) => matcher.add(source))
    void this.#documents?.then((matcher) => matcher.add(source))
  }

  #ofEntries(): Promise<Matcher> {
    this.#entries ??= buildMatcher(this.#db)
    return this.#entries
  }

  #ofDocuments(): Promise<Matcher> {
    this.#documents ??= buildMatcher(this.#db, { withoutText: true })
    return this.#documents
  }
}
