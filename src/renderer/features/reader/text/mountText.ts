import { buildEditorFromExtensions } from '@lexical/extension'
import { $createTextNode, $getRoot, defineExtension, type LexicalEditorWithDispose } from 'lexical'
import type { Source } from '#shared/model.ts'
import { $createBlockNode, $createSectionNode, BlockNode, blocksPerSection, SectionNode } from './nodes.ts'

/**
 * Shows a source's text in `root` by a read-only editor. The state holds the text alone: annotations are painted over
 * it and never touch it. Dispose of the editor to take the text away.
 */
export function mountText(root: HTMLElement, source: Source): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'crossread/reader',
      namespace: 'crossread-reader',
      editable: false,
      // Selecting and copying are the browser's; Lexical has nothing to listen for.
      disableEvents: true,
      nodes: [SectionNode, BlockNode],
      onError: (error) => {
        throw error
      },
      $initialEditorState: () => $fill(source),
    }),
  )
  editor.setRootElement(root)
  return editor
}

function $fill({ blocks, text, title }: Source): void {
  const root = $getRoot().clear()
  for (let first = 0; first < blocks.length; first += blocksPerSection) {
    const section = $createSectionNode()
    const nodes = blocks.slice(first, first + blocksPerSection).map((block, i) => {
      const words = text.slice(block.start, block.end)
      const isTitle = first + i === 0 && isTitleBlock(words, title)
      const node = $createBlockNode({ ...block, number: first + i + 1, isTitle })
      return node.append($createTextNode(words))
    })
    root.append(section.append(...nodes))
  }
}

/** Whether a text's first block says what the title says, so that the title need not stand above it again. */
export function isTitleBlock(words: string, title: string): boolean {
  return words.trim() === title.trim()
}
