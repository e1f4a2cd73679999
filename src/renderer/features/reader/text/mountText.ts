import { buildEditorFromExtensions } from '@lexical/extension'
import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  defineExtension,
  type LexicalNode,
  type NodeKey,
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
import {
  $createBlockNode,
  $createSectionNode,
  $isSectionNode,
  BlockNode,
  blocksPerSection,
  SectionNode,
  sectionHeight,
} from './nodes.ts'
import { cellsOf, type Piece } from './pieces.ts'

/** The words that stand around a text and are not its own. */
export interface TextWords {
  /** `p. 3` */
  page(page: number): string
  /** Where a link leads and how to go there. */
  link(href: string): string
}

/** A text that stands in the page. */
export interface MountedText {
  /** Puts the words into a section, by its index, unless they are there. */
  fill(section: number): void
  dispose(): void
}

/** So many sections have their words from the beginning: what one sees first, and what stands near. */
const filledAtFirst = 2

/**
 * Shows a source's text in `root` by a read-only editor. The state holds the text alone: annotations are painted over
 * it and never touch it. All sections stand there at once; those after the first few are rooms of about the right height until
 * they are filled, since a megabyte of words takes longer to make than one wants to wait.
 */
export function mountText(root: HTMLElement, source: Source, words: TextWords): MountedText {
  const keys: NodeKey[] = []
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
      $initialEditorState: () => void keys.push(...$build(source, words)),
    }),
  )
  editor.setRootElement(root)
  const filled = new Set(keys.slice(0, filledAtFirst).keys())
  for (const [index, section] of [...root.children].entries())
    if (!filled.has(index) && section instanceof HTMLElement) section.style.height = sectionHeight
  return {
    fill(index) {
      const key = keys[index]
      if (key === undefined || filled.has(index)) return
      filled.add(index)
      editor.update(
        () => {
          const section = $getNodeByKey(key)
          if ($isSectionNode(section)) section.append(...$blocksOf(source, index, words))
        },
        { discrete: true },
      )
      editor.getElementByKey(key)?.style.removeProperty('height')
    },
    dispose: () => {
      keys.length = 0
      editor.dispose()
    },
  }
}

/** Gives the keys of the sections. */
function $build(source: Source, words: TextWords): NodeKey[] {
  const root = $getRoot().clear()
  const count = Math.ceil(source.blocks.length / blocksPerSection)
  const sections = Array.from({ length: count }, (_, index) => {
    const section = $createSectionNode()
    return index < filledAtFirst ? section.append(...$blocksOf(source, index, words)) : section
  })
  root.append(...sections)
  return sections.map((section) => section.getKey())
}

function $blocksOf({ blocks, text, title }: Source, section: number, words: TextWords): BlockNode[] {
  const first = section * blocksPerSection
  return blocks.slice(first, first + blocksPerSection).map((block, i) => {
    const isTitle = first + i === 0 && isTitleBlock(text.slice(block.start, block.end), title)
    const begins = block.page !== null && block.page !== blocks[first + i - 1]?.page
    const pageSign = begins && block.page !== null ? words.page(block.page) : null
    const node = $createBlockNode({ ...block, number: first + i + 1, isTitle, pageSign })
    return $appendText(node, text, block, words)
  })
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
