import type { BlockKind, ImportNote } from '#shared/model.ts'
import type { ExtractedBlock, ExtractedComment, ExtractedLink } from '../types.ts'
import { type CommentDraft, type Place, placeComments } from './comments.ts'

interface OpenLink {
  href: string
  start: number
  /** How many blocks it reached into. */
  blocks: number
}

/** A link that goes on for more blocks than this was never ended by a broken document. */
const longestLink = 4
interface PendingNote {
  label: string
  /** The name of the block that refers to it. */
  from: string
  name: string
  write: () => void
}

/**
 * Puts a document together while it is walked: blocks, the links and names in them, comments on ranges of them, and
 * footnotes, which are kept until the end. Offsets are UTF-16, into the text as written.
 *
 * Inside a table row all paragraphs run together in the one block of the row, with ` | ` between cells.
 */
export class BlockWriter {
  readonly #blocks: ExtractedBlock[] = []
  readonly #names = new Map<string, number>()
  readonly #comments = new Map<string, CommentDraft>()
  readonly #counts = new Map<string, number>()
  readonly #openLinks: OpenLink[] = []
  #pendingNames: string[] = []
  #pendingNotes: PendingNote[] = []
  #notes = 0
  #current: ExtractedBlock | null = null
  /** A footnote of which only the label is written yet: its first paragraph goes on behind it. */
  #labelled: ExtractedBlock | null = null
  #inNotes = false
  /** How many rows, one inside the other, are being written. */
  #rows = 0
  #cells = 0

  /** Whether paragraphs run together in a table row now. */
  get inRow(): boolean {
    return this.#rows > 0
  }

  /** Whether a block is being written to. */
  get isOpen(): boolean {
    return this.#current !== null
  }

  /** Begins a block; one that is open ends. In a table row, sets it off by a space instead. */
  open(kind: BlockKind, level = 0): void {
    if (this.#rows > 0) {
      this.#space()
      return
    }
    if (this.#current !== null && this.#current === this.#labelled) return
    this.close()
    if (this.#inNotes && kind !== 'table-row') this.#start('footnote', 0)
    else this.#start(kind, level)
  }

  /** Says anew what the open block is: its paragraph turned out to go on in the next one. */
  recast(kind: BlockKind, level = 0): void {
    if (this.#rows > 0 || this.#inNotes || this.#current === null) return
    Object.assign(this.#current, { kind, level })
  }

  /** Ends the block. In a table row it goes on to the end of the row. */
  close(): void {
    if (this.#rows === 0 && this.#current !== this.#labelled) this.#end()
  }

  /** Adds to the open block; opens a paragraph where there is none. Lines stay lines but in table rows and headings. */
  write(text: string): void {
    if (text === '') return
    const block = this.#current ?? this.#start('paragraph', 0)
    const oneLine = this.#rows > 0 || block.kind === 'heading'
    const written = oneLine ? text.replace(/[\r\n]+/g, ' ') : text
    if (block === this.#labelled) {
      if (written.trim() === '') return
      block.text += ` ${written.trimStart()}`
      this.#labelled = null
    } else block.text += written
  }

  /** Takes the first `length` units off the open block: a mark that turned out not to be text. */
  dropStart(length: number): void {
    const block = this.#current
    if (this.#rows > 0 || block === null || block === this.#labelled) return
    const number = this.#blocks.length - 1
    const moved = (offset: number) => Math.max(0, offset - length)
    block.text = block.text.slice(length)
    for (const link of [...(block.links ?? []), ...this.#openLinks]) link.start = moved(link.start)
    for (const link of block.links ?? []) link.end = moved(link.end)
    for (const { start, end } of this.#comments.values()) {
      for (const place of [start, end]) if (place?.block === number) place.offset = moved(place.offset)
    }
  }

  openRow(): void {
    this.#rows++
    if (this.#rows > 1) {
      this.#space()
      return
    }
    this.#end()
    this.#start('table-row', 0)
    this.#cells = 0
  }

  openCell(): void {
    if (this.#rows > 1) this.#space()
    else if (this.#cells++ > 0) this.write(' | ')
  }

  closeRow(): void {
    this.#rows--
    if (this.#rows > 0) return
    if (this.#current !== null && /^[\s|]*$/.test(this.#current.text)) this.#current.text = ''
    this.#end()
  }

  /** From here on, text leads to `href`: an address, or `#name`. */
  openLink(href: string): void {
    this.#openLinks.push({ href, start: this.#current?.text.length ?? 0, blocks: 1 })
  }

  closeLink(): void {
    const link = this.#openLinks.pop()
    if (link !== undefined) this.#keepLink(link)
  }

  /** Gives the block being written, or the next one, a name that links can lead to. */
  name(name: string): void {
    if (this.#current === null) this.#pendingNames.push(name)
    else if (!this.#names.has(name)) this.#names.set(name, this.#blocks.length - 1)
  }

  /** Says what the comment `key` says. Its range is told by `startComment` and `endComment`, in any order with this. */
  comment(key: string, author: string | null, text: string): void {
    Object.assign(this.#commentOf(key), { author, text })
  }
  startComment(key: string): void {
    this.#commentOf(key).start ??= this.#place()
  }
  endComment(key: string): void {
    this.#commentOf(key).end ??= this.#place()
  }

  /**
   * Writes a reference `[label]` to a footnote or endnote whose text `write` will write at the end of the document,
   * paragraph by paragraph. Reference and note lead to each other.
   */
  reference(label: string, write: () => void): void {
    const number = ++this.#notes
    const name = `note-${number}`
    const from = `reference-${number}`
    this.name(from)
    this.openLink(`#${name}`)
    this.write(`[${label}]`)
    this.closeLink()
    this.#pendingNotes.push({ label, from, name, write })
  }

  /** Adds to the count of something that the person should know import did. */
  count(what: string, by = 1): void {
    if (by > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + by)
  }

  /** Writes the footnotes and gives everything. */
  finish(): { blocks: ExtractedBlock[]; comments: ExtractedComment[]; notes: ImportNote[] } {
    this.#finishRows()
    while (this.#pendingNotes.length > 0) {
      const pending = this.#pendingNotes
      this.#pendingNotes = []
      for (const note of pending) this.#writeNote(note)
    }
    this.close()
    const { comments, lost } = placeComments([...this.#comments.values()], this.#blocks)
    this.count('comments-without-place', lost)
    this.#resolveLinks()
    const notes = [...this.#counts].map(([what, count]) => ({ what, count }))
    return { blocks: this.#blocks, comments, notes }
  }

  #start(kind: BlockKind, level: number): ExtractedBlock {
    const block: ExtractedBlock = { kind, level, text: '' }
    this.#current = block
    this.#blocks.push(block)
    for (const name of this.#pendingNames.splice(0)) this.name(name)
    for (const link of this.#openLinks) Object.assign(link, { start: 0, blocks: link.blocks + 1 })
    return block
  }

  #end(): void {
    for (const link of this.#openLinks) this.#keepLink(link)
    this.#current = null
  }

  #space(): void {
    const block = this.#current
    if (block !== null && block.text !== '' && !/\s$/.test(block.text)) block.text += ' '
  }

  #keepLink({ href, start, blocks }: OpenLink): void {
    const block = this.#current
    if (block === null || blocks > longestLink) return
    const link: ExtractedLink = { start, end: block.text.length, href }
    if (block.text.slice(start).trim() === '') return
    block.links ??= []
    block.links.push(link)
  }

  #place(): Place {
    return this.#current === null
      ? { block: this.#blocks.length, offset: 0 }
      : { block: this.#blocks.length - 1, offset: this.#current.text.length }
  }

  #commentOf(key: string): CommentDraft {
    const known = this.#comments.get(key)
    if (known !== undefined) return known
    const draft: CommentDraft = { author: null, text: '' }
    this.#comments.set(key, draft)
    return draft
  }

  /** Rows that a broken document never closed. */
  #finishRows(): void {
    if (this.#rows === 0) return
    this.#rows = 1
    this.closeRow()
  }

  #writeNote({ label, from, name, write }: PendingNote): void {
    this.#openLinks.length = 0
    this.#inNotes = true
    this.#labelled = null
    this.close()
    const block = this.#start('footnote', 0)
    this.name(name)
    this.openLink(`#${from}`)
    this.write(`[${label}]`)
    this.closeLink()
    this.#labelled = block
    write()
    this.#finishRows()
    this.#labelled = null
    this.close()
  }

  /** Gives every block that a link leads to one anchor, and drops links that lead nowhere. */
  #resolveLinks(): void {
    for (const block of this.#blocks) {
      if (block.links === undefined) continue
      block.links = block.links.flatMap((link) => {
        const href = link.href.startsWith('#') ? this.#anchorOf(link.href.slice(1)) : link.href
        return href === null ? [] : [{ ...link, href }]
      })
      if (block.links.length === 0) delete block.links
    }
  }

  #anchorOf(name: string): string | null {
    const number = this.#names.get(name)
    const block = number === undefined ? undefined : this.#blocks[number]
    if (block === undefined) return null
    block.anchor ??= `block-${number}`
    return `#${block.anchor}`
  }
}
