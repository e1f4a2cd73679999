import type { ExtractedBlock } from '../types.ts'
import type { Addresses } from './addresses.ts'
import { attribute, elementsIn, type HtmlElement } from './tree.ts'

/** Carries the names of places over to blocks: only names that something leads to, and one a block. */
export class Anchors {
  readonly #wanted = new Set<string>()
  readonly #keep: (name: string) => boolean
  /** Names that were met since the last block. */
  #pending: string[] = []
  /** Of names that stand at the same block: the one the block bears. */
  readonly #bornBy = new Map<string, string>()

  constructor(root: HtmlElement, addresses: Addresses, keep: (name: string) => boolean) {
    this.#keep = keep
    for (const element of elementsIn(root)) {
      if (element.name !== 'a' || !('href' in element.attributes)) continue
      const href = attribute(element, 'href')
      const target = href.includes('#') ? addresses.resolve(href) : null
      if (target?.startsWith('#')) this.#wanted.add(target.slice(1))
    }
  }

  /** An element that may bear a name begins. */
  meet(element: HtmlElement): void {
    for (const name of [element.attributes.id, element.name === 'a' ? element.attributes.name : undefined]) {
      if (name !== undefined && (this.#wanted.has(name) || this.#keep(name))) this.#pending.push(name)
    }
  }

  giveTo(block: ExtractedBlock): void {
    const [first] = this.#pending
    if (first === undefined) return
    for (const name of this.#pending) this.#bornBy.set(name, first)
    block.anchor = first
    this.#pending = []
  }

  /** Takes a name off a block that becomes a part of another. */
  giveBack(block: ExtractedBlock): void {
    if (block.anchor !== undefined) this.#pending.push(block.anchor)
  }

  /** Makes links lead to the name that the block bears. */
  joinTo(blocks: readonly ExtractedBlock[]): void {
    for (const { links } of blocks) {
      for (const link of links ?? []) {
        if (!link.href.startsWith('#')) continue
        link.href = `#${this.#bearer(link.href.slice(1))}`
      }
    }
  }

  /** A cell's name may have gone on to its row. */
  #bearer(name: string): string {
    let bearer = name
    for (
      let next = this.#bornBy.get(bearer);
      next !== undefined && next !== bearer;
      next = this.#bornBy.get(bearer)
    ) {
      bearer = next
    }
    return bearer
  }
}
