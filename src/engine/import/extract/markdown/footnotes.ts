import type { FootnoteDefinition } from 'mdast'
import type { ExtractedBlock } from '../types.ts'

/**
 * A document's footnotes, numbered in the order of their references, as readers see them. Those that nothing refers to
 * come last.
 */
export class Footnotes {
  readonly #definitions = new Map<string, FootnoteDefinition>()
  readonly #order: string[] = []
  /** The block in which a footnote is first referred to. */
  readonly #places = new Map<string, ExtractedBlock>()
  #pending: string[] = []

  define(definition: FootnoteDefinition): void {
    if (!this.#definitions.has(definition.identifier))
      this.#definitions.set(definition.identifier, definition)
  }

  /** Notes a reference and gives the footnote's number. */
  refer(identifier: string): number {
    if (!this.#order.includes(identifier)) this.#order.push(identifier)
    this.#pending.push(identifier)
    return this.#order.indexOf(identifier) + 1
  }

  /** Says in which block the references noted since the last call stand. */
  place(block: ExtractedBlock): void {
    for (const identifier of this.#pending)
      if (!this.#places.has(identifier)) this.#places.set(identifier, block)
    this.#pending = []
  }

  anchorOf(identifier: string): string {
    return `footnote-${identifier}`
  }

  /** Makes blocks of all footnotes. `read` makes those of a definition; a footnote may refer to others. */
  write(read: (definition: FootnoteDefinition) => ExtractedBlock[]): ExtractedBlock[] {
    const blocks: ExtractedBlock[] = []
    const written = new Set<string>()
    for (let next = this.#next(written); next !== undefined; next = this.#next(written)) {
      written.add(next.identifier)
      blocks.push(...this.#label(next, read(next)))
    }
    return blocks
  }

  #next(written: ReadonlySet<string>): FootnoteDefinition | undefined {
    const referred = this.#order.find(
      (identifier) => !written.has(identifier) && this.#definitions.has(identifier),
    )
    const identifier = referred ?? [...this.#definitions.keys()].find((known) => !written.has(known))
    if (identifier === undefined) return undefined
    if (!this.#order.includes(identifier)) this.#order.push(identifier)
    return this.#definitions.get(identifier)
  }

  /** Puts the number before a footnote's first block, from which it leads back to the reference. */
  #label({ identifier }: FootnoteDefinition, blocks: ExtractedBlock[]): ExtractedBlock[] {
    const mark = `[${this.#order.indexOf(identifier) + 1}]`
    const [first, ...rest] = blocks
    if (first === undefined)
      return [{ kind: 'footnote', level: 0, text: mark, anchor: this.anchorOf(identifier) }]
    const links = (first.links ?? []).map(({ start, end, href }) => ({
      start: start + mark.length + 1,
      end: end + mark.length + 1,
      href,
    }))
    const place = this.#places.get(identifier)
    if (place !== undefined) {
      place.anchor ??= `reference-${identifier}`
      links.unshift({ start: 0, end: mark.length, href: `#${place.anchor}` })
    }
    const labelled = { ...first, text: `${mark} ${first.text}`, links, anchor: this.anchorOf(identifier) }
    return [labelled, ...rest]
  }
}
