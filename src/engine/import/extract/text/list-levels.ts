import type { Paragraph } from './paragraphs.ts'

interface Level {
  indent: number
  style: string
}

/** Finds how deep an item is nested: by indentation, and by the way it is numbered where lists are not indented. */
export class ListLevels {
  #open: Level[] = []

  /** The depth of an item, counted from 1. Items come in the order of the text. */
  of({ indent, item }: Paragraph): number {
    const style = item?.number?.style ?? 'bullet'
    while (this.#open.length > 1 && indent < (this.#open.at(-1)?.indent ?? 0)) this.#open.pop()
    const known = this.#open.findIndex((level) => level.indent === indent && level.style === style)
    if (known >= 0) this.#open.length = known + 1
    else this.#add({ indent, style }, item?.number?.value === 1)
    return this.#open.length
  }

  /** What is no part of a list ends it. */
  end(): void {
    this.#open = []
  }

  #add(level: Level, isFirst: boolean): void {
    const last = this.#open.at(-1)
    const isDeeper =
      last !== undefined && (level.indent > last.indent + 1 || (isFirst && last.style !== 'bullet'))
    if (!isDeeper) this.#open.pop()
    this.#open.push(level)
  }
}
