import { $isLinkNode } from '@lexical/link'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical'
import { useEffect, useState } from 'react'

import { $selectedTable } from './tables.ts'

export const blockStyles = ['paragraph', 'h1', 'h2', 'h3', 'quotation'] as const
export type BlockStyle = (typeof blockStyles)[number]

export interface SelectionStyle {
  /** Null where the selection stands in something the toolbar has no name for. */
  block: BlockStyle | null
  formats: ReadonlySet<TextFormatType>
  linked: boolean
  inTable: boolean
}

const watched: readonly TextFormatType[] = ['bold', 'italic', 'strikethrough', 'code']
const nothing: SelectionStyle = { block: 'paragraph', formats: new Set(), linked: false, inTable: false }

/** What the selected text looks like, for the toolbar. */
export function useSelectionStyle(editor: LexicalEditor): SelectionStyle {
  const [style, setStyle] = useState(nothing)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        setStyle((before) => {
          const now = editorState.read($selectionStyle)
          return sameStyle(before, now) ? before : now
        })
      }),
    [editor],
  )
  return style
}

function $selectionStyle(): SelectionStyle {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return { ...nothing, inTable: $selectedTable() !== null }
  const node = selection.anchor.getNode()
  const top = node.getTopLevelElement()
  let block: BlockStyle | null = top?.getType() === 'paragraph' ? 'paragraph' : null
  if ($isHeadingNode(top)) block = blockStyles.find((style) => style === top.getTag()) ?? null
  if ($isQuoteNode(top)) block = 'quotation'
  return {
    block,
    formats: new Set(watched.filter((format) => selection.hasFormat(format))),
    linked: $findMatchingParent(node, $isLinkNode) !== null,
    inTable: $selectedTable() !== null,
  }
}

function sameStyle(a: SelectionStyle, b: SelectionStyle): boolean {
  const sameFormats = a.formats.size === b.formats.size && [...a.formats].every((name) => b.formats.has(name))
  return a.block === b.block && a.linked === b.linked && a.inTable === b.inTable && sameFormats
}

/** Makes the selected blocks paragraphs, headings or quotations. */
export function setBlockStyle(editor: LexicalEditor, style: BlockStyle): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    $setBlocksType(selection, () => {
      if (style === 'paragraph') return $createParagraphNode()
      return style === 'quotation' ? $createQuoteNode() : $createHeadingNode(style)
    })
  })
  editor.focus()
}
