import type { Block, Source } from '#shared/model.ts'
import { alignPage, type Found, type PageAlignment, type TextRange } from './align/alignPage.ts'
import { blocksOnPage } from './align/blocksOnPage.ts'
import { itemsOf, type PageItem } from './align/items.ts'
import { lettersOf } from './align/letters.ts'
import { measure } from './measure.ts'
import type { Pdf } from './pdf.ts'

/** A page's texts, and how they belong to the canonical text. */
export interface PageText {
  items: readonly PageItem[]
  alignment: PageAlignment
  /** The part of the canonical text that can stand on the page; annotations outside of it are no concern of its. */
  span: TextRange
}

/** Where a passage stands. */
export interface Located {
  /** The pages it is found on, in order. */
  pages: (Found & { page: number })[]
  /** How much of it is found, 0 to 1. */
  share: number
}

/** More aligned pages than a pane shows at a time. */
const mostKept = 16
/** A passage over more pages than this is looked for on the first of them. */
const mostPages = 12

/** The texts of a PDF's pages beside the text of its source. The last used ones are kept. */
export class PageTexts {
  readonly source: Source
  readonly #pdf: Pdf
  readonly #kept = new Map<number, Promise<PageText>>()

  constructor(pdf: Pdf, source: Source) {
    this.source = source
    this.#pdf = pdf
  }

  /** The text of a page, counted from 1. */
  of(page: number): Promise<PageText> {
    const known = this.#kept.get(page)
    const text = known ?? this.#read(page)
    this.#kept.delete(page)
    this.#kept.set(page, text)
    if (known === undefined) {
      // What failed may be asked for again.
      text.catch(() => this.#kept.delete(page))
      const oldest = this.#kept.size > mostKept ? this.#kept.keys().next().value : undefined
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    return text
  }

  async #read(number: number): Promise<PageText> {
    const page = await this.#pdf.page(number)
    const content = await this.#pdf.content(page)
    const items = itemsOf(content, page.getViewport({ scale: 1 }).transform)
    const blocks = blocksOnPage(this.source.blocks, number)
    const span = {
      start: blocks[0]?.block.start ?? 0,
      end: blocks.reduce((end, { block }) => Math.max(end, block.end), 0),
    }
    return { items, span, alignment: alignPage(items, this.source.text, blocks) }
  }

  /** Looks a range of the canonical text up on the pages it can stand on. */
  async locate(range: TextRange): Promise<Located> {
    const total = lettersOf(this.source.text, range.start, range.end).letters.length
    const pages: Located['pages'] = []
    let seen = 0
    for (const page of pagesOf(this.source.blocks, range, this.#pdf.count)) {
      const found = (await this.of(page)).alignment.find(range, measure)
      if (found.letters > 0) pages.push({ ...found, page })
      seen += found.letters
      if (seen >= total) break
    }
    return { pages, share: total === 0 ? 0 : Math.min(1, seen / total) }
  }
}

/** The pages a range can stand on: from that of its first block to that of the next block after it. */
export function pagesOf(blocks: readonly Block[], range: TextRange, count: number): number[] {
  const first = blocks.find(({ end }) => end > range.start)?.page ?? 1
  const next = blocks.find(({ start, page }) => start >= range.end && (page ?? 0) >= first)
  const last = Math.min(next?.page ?? first + 1, first + mostPages - 1, count)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
