import type { Block, Source } from '#shared/model.ts'
import { blockAt, trimmedRange } from './blocks.ts'
import { blocksPerSection } from './nodes.ts'
import type { TextRange } from './range.ts'

/** A section of the shown text, with the canonical range it holds. */
export interface ShownSection extends TextRange {
  element: HTMLElement
  index: number
}

export interface DomPoint {
  node: Node
  offset: number
}

/**
 * Translates between canonical offsets (UTF-16) and the DOM of a mounted text. Offsets count the text's own characters
 * only; whatever elements stand around them makes no difference. A section that has no words yet gets them as soon as something
 * in it is asked for.
 */
export class TextMap {
  readonly root: HTMLElement
  readonly sourceId: string
  readonly sections: readonly ShownSection[]
  readonly #text: string
  readonly #blocks: readonly Block[]
  readonly #fillSection: (section: number) => void
  readonly #elements: HTMLElement[] = []
  readonly #indexOf = new Map<Element, number>()
  readonly #filled = new Set<number>()

  /** `fill` puts the words into a section that may not have them yet. */
  constructor(root: HTMLElement, source: Source, fill: (section: number) => void) {
    this.root = root
    this.sourceId = source.id
    this.#text = source.text
    this.#blocks = source.blocks
    this.#fillSection = fill
    this.sections = [...root.children].map((element, index) => this.#section(element as HTMLElement, index))
  }

  #section(element: HTMLElement, index: number): ShownSection {
    const first = index * blocksPerSection
    const last = Math.min(first + blocksPerSection, this.#blocks.length) - 1
    return { element, index, start: this.#blocks[first]?.start ?? 0, end: this.#blocks[last]?.end ?? 0 }
  }

  /** Sees to it that a section, by its index, has its words. */
  fill(section: number): void {
    if (this.#filled.has(section)) return
    this.#filled.add(section)
    this.#fillSection(section)
    const first = section * blocksPerSection
    for (const [i, element] of [...(this.sections[section]?.element.children ?? [])].entries()) {
      this.#elements[first + i] = element as HTMLElement
      this.#indexOf.set(element, first + i)
    }
  }

  /** All blocks in order, with their words. */
  get blockElements(): readonly HTMLElement[] {
    for (const { index } of this.sections) this.fill(index)
    return this.#elements
  }

  #element(block: number): HTMLElement | undefined {
    this.fill(Math.floor(block / blocksPerSection))
    return this.#elements[block]
  }

  /** The whole canonical text. */
  get text(): string {
    return this.#text
  }

  /** The words of a range. */
  words({ start, end }: TextRange): string {
    return this.#text.slice(start, end)
  }

  /** The element of the block that holds `offset`. */
  elementAt(offset: number): HTMLElement | null {
    return this.#element(blockAt(this.#blocks, offset)) ?? null
  }

  /** The range of the block that holds `offset`. */
  blockAround(offset: number): TextRange | null {
    return this.#blocks[blockAt(this.#blocks, offset)] ?? null
  }

  /** Where the block around a DOM node starts; null outside the text. */
  blockStart(node: Node): number | null {
    const element = blockElement(node)
    const index = element ? this.#indexOf.get(element) : undefined
    return index === undefined ? null : (this.#blocks[index]?.start ?? null)
  }

  /** Where `offset` stands in the DOM; null in a text without blocks. */
  point(offset: number): DomPoint | null {
    const index = blockAt(this.#blocks, offset)
    const element = this.#element(index)
    const block = this.#blocks[index]
    if (!element || !block) return null
    let left = Math.max(0, Math.min(offset, block.end) - block.start)
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let last: Node | null = null
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = node.nodeValue?.length ?? 0
      if (left <= length) return { node, offset: left }
      left -= length
      last = node
    }
    return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: element, offset: 0 }
  }

  /** A DOM range over `[start, end)`. */
  range({ start, end }: TextRange): StaticRange | null {
    const from = this.point(start)
    const to = this.point(end)
    if (!from || !to) return null
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  /** The same as a live range, which can be measured and selected. */
  liveRange(of: TextRange): Range | null {
    const fixed = this.range(of)
    if (!fixed) return null
    const live = document.createRange()
    live.setStart(fixed.startContainer, fixed.startOffset)
    live.setEnd(fixed.endContainer, fixed.endOffset)
    return live
  }

  /** The canonical offset of a DOM position: the text's beginning or end where it lies before or after the text. */
  offset(node: Node, at: number): number {
    const element = blockElement(node)
    const index = element ? this.#indexOf.get(element) : undefined
    if (element && index !== undefined) {
      const before = document.createRange()
      before.setStart(element, 0)
      before.setEnd(node, at)
      return (this.#blocks[index]?.start ?? 0) + before.toString().length
    }
    return this.#offsetBetweenBlocks(node, at)
  }

  /** A position in a section or around the text: where the first block after it starts. */
  #offsetBetweenBlocks(node: Node, at: number): number {
    const place = document.createRange()
    place.setStart(node, at)
    let low = 0
    let high = this.#blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const element = this.#element(middle)
      if (element && place.comparePoint(element, 0) >= 0) high = middle
      else low = middle + 1
    }
    return this.#blocks[low]?.start ?? this.#text.length
  }

  /** What of the text a DOM selection means; null where it is collapsed or holds only white space or other things. */
  selected(selection: Selection | null): TextRange | null {
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    const begins = this.root.contains(range.startContainer)
    const ends = this.root.contains(range.endContainer)
    if (!begins && !ends) return null
    const start = begins ? this.offset(range.startContainer, range.startOffset) : 0
    const end = ends ? this.offset(range.endContainer, range.endOffset) : this.#text.length
    return trimmedRange(this.#text, start, end)
  }
}

function blockElement(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('[data-block]') ?? null
}
