import type { ExtractedLink } from '../types.ts'

/** Text as it runs along the lines of one block, white space folded as a browser does; a `<br>` is a `\n`. */
export class Inline {
  // Parts, not one string that grows: looking at a growing string's end copies it each time.
  #parts: string[] = []
  #length = 0
  #links: ExtractedLink[] = []
  #href: string | null = null
  #linkStart = 0

  /** Adds text of the page. White space at a line's beginning, and after other white space, is left out. */
  add(raw: string): void {
    const folded = raw.replace(/[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+/g, ' ')
    this.#put(this.#endsInSpace() && folded.startsWith(' ') ? folded.slice(1) : folded)
  }

  /** Adds text whose line breaks and spaces count. */
  addPreserved(raw: string): void {
    this.#put(raw.replace(/\r\n?/g, '\n'))
  }

  breakLine(): void {
    const last = this.#parts.pop()
    if (last !== undefined) {
      const kept = last.endsWith(' ') ? last.slice(0, -1) : last
      this.#length -= last.length
      this.#put(kept)
    }
    this.#put('\n')
  }

  #put(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
  }

  #endsInSpace(): boolean {
    const last = this.#parts.at(-1)?.at(-1)
    return last === undefined || last === ' ' || last === '\n'
  }

  get href(): string | null {
    return this.#href
  }

  openLink(href: string | null): void {
    this.closeLink()
    this.#href = href
    this.#linkStart = this.#length
  }

  closeLink(): void {
    if (this.#href !== null && this.#length > this.#linkStart) {
      this.#links.push({ start: this.#linkStart, end: this.#length, href: this.#href })
    }
    this.#href = null
  }

  /** Gives what there is and begins anew. A link that is open goes on in the next block. */
  take(): { text: string; links: ExtractedLink[] } {
    const href = this.#href
    this.closeLink()
    const text = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('')
    const taken = { text, links: this.#links.flatMap((link) => trimmed(link, text)) }
    this.#parts = []
    this.#length = 0
    this.#links = []
    this.openLink(href)
    return taken
  }
}

/** A link without the white space at its ends; nothing where it holds nothing else. */
function trimmed({ start, end, href }: ExtractedLink, text: string): ExtractedLink[] {
  const linked = text.slice(start, end)
  const from = start + linked.length - linked.trimStart().length
  const to = start + linked.trimEnd().length
  return to > from ? [{ start: from, end: to, href }] : []
}

/** The links that stand within `[start, end)`, with offsets from `start`. */
export function linksWithin(links: readonly ExtractedLink[], start: number, end: number): ExtractedLink[] {
  const within: ExtractedLink[] = []
  for (const link of links) {
    const from = Math.max(link.start, start)
    const to = Math.min(link.end, end)
    if (to > from) within.push({ start: from - start, end: to - start, href: link.href })
  }
  return within
}
