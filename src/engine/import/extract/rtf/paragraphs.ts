import type { BlockKind } from '#shared/model.ts'
import type { TitleFinder } from '../office/title.ts'
import type { BlockWriter } from '../office/writer.ts'
import { outlineRole, type RtfHeader } from './header.ts'
import type { GroupState } from './state.ts'

/** A bullet or number that was typed before a hanging paragraph, as writers without lists of RTF's do. */
const typedMark = /^\s*(?:[•▪‣◦·–-]|(?:\d{1,3}|\p{L})[.)])\t\s*/u
/** How far each level of such lists is indented, in twips: a quarter of an inch. */
const typedIndent = 360

/** Makes paragraphs, list items and table rows of text whose properties are only known for certain where it ends. */
export class Paragraphs {
  readonly #writer: BlockWriter
  readonly #header: RtfHeader
  readonly #title: TitleFinder
  #isOpen = false
  /** The open paragraph is a line of a table of contents. */
  #isContents = false
  #inCell = false
  #text = ''
  /** The paragraph has a bullet or number of its own. */
  listed = false

  constructor(writer: BlockWriter, header: RtfHeader, title: TitleFinder) {
    this.#writer = writer
    this.#header = header
    this.#title = title
  }

  write(text: string, state: GroupState): void {
    if (!this.#isOpen && text.trim() === '') return
    this.begin(state)
    if (this.#isContents) return
    this.#text += text
    this.#writer.write(text)
  }

  /** Begins a paragraph where none is open, in a row where the text stands in a table. */
  begin(state: GroupState): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#text = ''
    this.#isContents = this.#role(state)?.kind === 'contents'
    if (state.inTable) this.#openCell()
    else this.#closeRow()
    if (!this.#isContents) this.#writer.open('paragraph')
  }

  /** Ends the paragraph, which `state` says the kind of. */
  end(state: GroupState): void {
    if (this.#isContents) this.#writer.count('contents')
    else if (this.#isOpen) {
      const { kind, level, isTitle, mark } = this.#kind(state)
      this.#writer.recast(kind, level)
      if (mark > 0) this.#writer.dropStart(mark)
      this.#title.see(() => this.#text.replace(/\s+/g, ' ').trim() || undefined, isTitle)
      this.#writer.close()
    }
    this.#isOpen = false
    this.#isContents = false
    this.listed = false
  }

  endCell(): void {
    this.#openCell()
    this.#inCell = false
  }

  endRow(): void {
    this.#isOpen = false
    this.#closeRow()
  }

  finish(): void {
    this.#closeRow()
  }

  #openCell(): void {
    if (!this.#writer.inRow) this.#writer.openRow()
    if (!this.#inCell) this.#writer.openCell()
    this.#inCell = true
  }

  #closeRow(): void {
    if (this.#writer.inRow) this.#writer.closeRow()
    this.#inCell = false
  }

  #role(state: GroupState) {
    return this.#header.styles.get(state.style ?? 0) ?? null
  }

  #kind(state: GroupState): { kind: BlockKind; level: number; isTitle: boolean; mark: number } {
    const plain = { level: 0, isTitle: false, mark: 0 }
    const role = this.#role(state)
    if (role?.kind === 'title') return { kind: 'heading', level: 1, isTitle: true, mark: 0 }
    const heading = outlineRole(state.outline) ?? (role?.kind === 'heading' ? role : null)
    if (heading !== null && this.#text.length <= 400)
      return { ...plain, kind: 'heading', level: heading.level }
    if (this.listed || state.list > 0) {
      return { ...plain, kind: 'list-item', level: Math.min(9, Math.max(0, state.listLevel) + 1) }
    }
    const mark = state.firstIndent < 0 ? (typedMark.exec(this.#text)?.[0].length ?? 0) : 0
    if (mark > 0) {
      const level = Math.min(9, Math.max(1, Math.round(state.indent / typedIndent)))
      return { kind: 'list-item', level, isTitle: false, mark }
    }
    if (role !== null && role.kind !== 'heading' && role.kind !== 'contents') {
      return { ...plain, kind: role.kind }
    }
    return { ...plain, kind: 'paragraph' }
  }
}
