import type { RichTextNode } from '#shared/model.ts'
import { lineBreak, linkNode, textNode } from './blocks.ts'

/** How the words of a place look, and where they lead. */
export interface Style {
  /** Bits of Lexical's text formats. */
  format: number
  link: string | null
}

export const plain: Style = { format: 0, link: null }

/** A line of text as it is read: spaces folded, equal pieces joined. */
export class Line {
  #pieces: RichTextNode[] = []
  /** The link that the last piece stands in. */
  #link: { url: string; children: RichTextNode[] } | null = null

  /** Adds words with their spaces as HTML has them. */
  addText(raw: string, style: Style): void {
    let text = folded(raw)
    if (this.#endsWithSpace()) text = text.replace(/^[ \u00a0]+/, '')
    if (text === '') return
    const into = this.#children(style.link)
    const last = into.at(-1)
    if (last?.type === 'text' && last.format === style.format)
      last.text = folded(`${String(last.text)}${text}`)
    else into.push(textNode(text, style.format))
  }

  addNode(node: RichTextNode, style: Style): void {
    this.#children(style.link).push(node)
  }

  addBreak(): void {
    this.#link = null
    this.#pieces.push(lineBreak())
  }

  /** Whether something is in it that can be seen. */
  get isBlank(): boolean {
    return this.#pieces.every(({ type, text }) => type === 'linebreak' || (type === 'text' && text === ' '))
  }

  /** What was read, without spaces and breaks at its ends. The line is empty afterwards. */
  take(): RichTextNode[] {
    const pieces = this.#pieces
    this.#pieces = []
    this.#link = null
    while (isBreakOrSpace(pieces.at(-1))) pieces.pop()
    while (isBreakOrSpace(pieces[0])) pieces.shift()
    trimText(pieces[0], /^ +/)
    trimText(pieces.at(-1), / +$/)
    return pieces
  }

  #children(url: string | null): RichTextNode[] {
    if (url === null) {
      this.#link = null
      return this.#pieces
    }
    if (this.#link?.url !== url) {
      const children: RichTextNode[] = []
      this.#link = { url, children }
      this.#pieces.push(linkNode(url, children))
    }
    return this.#link.children
  }

  #endsWithSpace(): boolean {
    const last = this.#pieces.at(-1)
    if (last === undefined || last.type === 'linebreak') return true
    const text = last.type === 'link' ? this.#link?.children.at(-1)?.text : last.text
    return typeof text === 'string' && text.endsWith(' ')
  }
}

/** One space for a run of them. A no-break space that stands alone is meant: before a French colon, say. */
function folded(raw: string): string {
  return raw.replace(/[ \t\r\n\f]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ')
}

function isBreakOrSpace(node: RichTextNode | undefined): boolean {
  return node?.type === 'linebreak' || (node?.type === 'text' && /^[ \u00a0]*$/.test(String(node.text)))
}

function trimText(node: RichTextNode | undefined, spaces: RegExp): void {
  if (node?.type === 'text') node.text = String(node.text).replace(spaces, '')
}
