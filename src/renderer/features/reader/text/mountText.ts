import { buildEditorFromExtensions } from '@lexical/extension'
import {
  $createTextNode,
  $getRoot,
  defineExtension,
  type LexicalEditorWithDispose,
  type LexicalNode,
} from 'lexical'
import type { Block, Source } from '#shared/model.ts'
import {
  $createCellBreakNode,
  $createCellNode,
  $createPassageLinkNode,
  CellBreakNode,
  CellNode,
  PassageLinkNode,
} from './inlineNodes.ts'
import { $createBlockNode, $createSectionNode, BlockNode, blocksPerSection, SectionNode } from './nodes.ts'
import { cellsOf, type Piece } from './pieces.ts'

/** The words that stand around a text and are not its own. */
export interface TextWords {
  /** `p. 3` */
  page(page: number): string
  /** Where a link leads and how to go there. */
  link(href: string): string
}

/**
 * Shows a source's text in `root` by a read-only editor. The state holds the text alone: annotations are painted over
 * it and never touch it. Dispose of the editor to take the text away.
 */
export function mountText(root: HTMLElement, source: Source, words: TextWords): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'crossread/reader',
      namespace: 'crossread-reader',
      editable: false,
      // Selecting and copying are the browser's; Lexical has nothing to listen for.
      disableEvents: true,
      nodes: [SectionNode, BlockNode, CellNode, CellBreakNode, PassageLinkNode],
      onError: (error) => {
        throw error
      },
      $initialEditorState: () => $fill(source, words),
    }),
  )
  editor.setRootElement(root)
  return editor
}

function $fill({ blocks, text, title }: Source, words: TextWords): void {
  const root = $getRoot().clear()
  for (let first = 0; first < blocks.length; first += blocksPerSection) {
    const section = $createSectionNode()
    const nodes = blocks.slice(first, first + blocksPerSection).map((block, i) => {
      const isTitle = first + i === 0 && isTitleBlock(text.slice(block.start, block.end), title)
      const begins = block.page !== null && block.page !== blocks[first + i - 1]?.page
      const pageSign = begins && block.page !== null ? words.page(block.page) : null
      const node = $createBlockNode({ ...block, number: first + i + 1, isTitle, pageSign })
      return $appendText(node, text, block, words)
    })
    root.append(section.append(...nodes))
  }
}

function $appendText(node: BlockNode, text: string, block: Block, words: TextWords): BlockNode {
  const cells = cellsOf(text, block)
  if (cells.length === 1)
    return node.append(...(cells[0]?.pieces ?? []).map((piece) => $nodeOf(piece, words)))
  for (const cell of cells) {
    const nodes = cell.pieces.map((piece) => $nodeOf(piece, words))
    if (cell.break !== '') nodes.push($createCellBreakNode().append($createTextNode(cell.break)))
    node.append($createCellNode().append(...nodes))
  }
  return node
}

function $nodeOf({ text, href }: Piece, words: TextWords): LexicalNode {
  const node = $createTextNode(text)
  return href === null ? node : $createPassageLinkNode(href, words.link(href)).append(node)
}

/** Whether a text's first block says what the title says, so that the title need not stand above it again. */
export function isTitleBlock(words: string, title: string): boolean {
  return words.trim() === title.trim()
}
