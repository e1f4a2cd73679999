import { $create, ElementNode } from 'lexical'
import styles from './text.module.css'

/** A cell of a table row, with what parts it from the next: text like any other, only not shown as such. */
export class CellNode extends ElementNode {
  override $config() {
    return this.config('reader-cell', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const cell = document.createElement('span')
    cell.className = styles.cell ?? ''
    return cell
  }

  override updateDOM(): boolean {
    return false
  }
}

/** What parts two cells in the canonical text: there to be selected and counted, shown as a line by the cell's style. */
export class CellBreakNode extends ElementNode {
  override $config() {
    return this.config('reader-cell-break', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = styles.cellBreak ?? ''
    return mark
  }

  override isInline(): boolean {
    return true
  }

  override updateDOM(): boolean {
    return false
  }
}

/** Words that lead elsewhere. What a click does is decided in `useLinks.ts`: nothing is ever loaded into the window. */
export class PassageLinkNode extends ElementNode {
  __href = ''
  __hint = ''

  override $config() {
    return this.config('reader-link', { extends: ElementNode })
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before)
    this.__href = before.__href
    this.__hint = before.__hint
  }

  override createDOM(): HTMLElement {
    const link = document.createElement('a')
    const inside = this.__href.startsWith('#')
    link.className = (inside ? styles.reference : styles.link) ?? ''
    link.href = inside ? '#' : this.__href
    link.dataset.link = this.__href
    link.title = this.__hint
    // Otherwise pressing the mouse on it would drag the link instead of selecting its words.
    link.draggable = false
    return link
  }

  override isInline(): boolean {
    return true
  }

  override updateDOM(): boolean {
    return false
  }
}

export function $createCellNode(): CellNode {
  return $create(CellNode)
}

export function $createCellBreakNode(): CellBreakNode {
  return $create(CellBreakNode)
}

/** `hint` says where it leads and how to go there. */
export function $createPassageLinkNode(href: string, hint: string): PassageLinkNode {
  const node = $create(PassageLinkNode)
  node.__href = href
  node.__hint = hint
  return node
}
