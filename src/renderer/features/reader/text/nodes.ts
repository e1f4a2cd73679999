import { $create, ElementNode, type LexicalNode } from 'lexical'
import type { Block } from '#shared/model.ts'
import styles from './text.module.css'

/** About as many blocks as fill a few screens: what the browser lays out, or skips, at a time. */
export const blocksPerSection = 40

/** What a section takes before it was laid out; `text.module.css` says the same of those that are skipped. */
export const sectionHeight = '6700px'

/** A run of blocks that the browser skips while it is far from the viewport. */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('reader-section', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const section = document.createElement('div')
    section.className = styles.section ?? ''
    return section
  }

  /** Lexical lets blocks right below such a node have the direction of their own words, and no others. */
  override isShadowRoot(): boolean {
    return true
  }

  override updateDOM(): boolean {
    return false
  }
}

/** Titles of more characters are sentences rather than headlines, and are set as the opening of a text. */
export const longestHeadline = 110

export interface ShownBlock extends Block {
  /** From 1, as the margin shows it. */
  number: number
  /** What the margin says where a page of the original begins, such as `p. 3`; null elsewhere. */
  pageSign: string | null
  /** Whether it is the source's title, at the head of its text. */
  isTitle: boolean
}

/** One block of a source's canonical text, in the element that suits its kind. */
export class BlockNode extends ElementNode {
  __block: ShownBlock | null = null

  override $config() {
    return this.config('reader-block', { extends: ElementNode })
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before)
    this.__block = before.__block
  }

  override createDOM(): HTMLElement {
    const block = this.__block
    const element = document.createElement(block ? tagOf(block) : 'p')
    if (!block) return element
    element.className = classOf(block)
    element.dataset.block = String(block.id)
    element.dataset.number = String(block.number)
    if (block.kind === 'list-item') element.style.setProperty('--depth', String(Math.max(block.level, 1)))
    if (block.pageSign !== null) element.append(signOf(block.pageSign))
    return element
  }

  override updateDOM(): boolean {
    return false
  }
}

export function $createSectionNode(): SectionNode {
  return $create(SectionNode)
}

export function $isSectionNode(node: LexicalNode | null): node is SectionNode {
  return node instanceof SectionNode
}

export function $createBlockNode(block: ShownBlock): BlockNode {
  const node = $create(BlockNode)
  node.__block = block
  return node
}

/** It holds no text, so that offsets into the block count the block's own characters only. */
function signOf(words: string): HTMLElement {
  const sign = document.createElement('span')
  sign.className = styles.page ?? ''
  sign.dataset.page = words
  sign.role = 'note'
  sign.ariaLabel = words
  return sign
}

function tagOf({ kind, level, isTitle }: ShownBlock): string {
  if (isTitle) return 'h1'
  // The title is the page's first heading, so the text's own begin with the second.
  if (kind === 'heading') return `h${Math.min(level + 1, 6)}`
  if (kind === 'quotation') return 'blockquote'
  return kind === 'paragraph' || kind === 'footnote' ? 'p' : 'div'
}

function classOf({ kind, isTitle, start, end }: ShownBlock): string {
  const title = end - start > longestHeadline ? styles.longTitle : styles.title
  return [styles.block, isTitle ? title : styles[kind]].filter(Boolean).join(' ')
}
