/** How many paragraphs, such as a letterhead's, may stand before the title. */
const before = 5

/** Finds the title among a document's paragraphs: the first run of those that are styled as one, near the start. */
export class TitleFinder {
  readonly #lines: string[] = []
  #others = 0
  #ended = false

  /** Takes the next paragraph, whose text is only asked for near the start; empty ones do not count. */
  see(read: () => string | undefined, isTitle: boolean): void {
    if (this.#ended) return
    const text = read()
    if (text === undefined) return
    if (isTitle) this.#lines.push(text)
    else if (this.#lines.length > 0 || ++this.#others > before) this.#ended = true
  }

  get title(): string | undefined {
    return this.#lines.join(' ') || undefined
  }
}
