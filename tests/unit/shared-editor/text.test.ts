import { describe, expect, it } from 'vitest'
import { markdownToRichText } from '#shared-editor/markdown.ts'
import {
  appendBlock,
  emptyRichText,
  isEmptyRichText,
  plainToRichText,
  quoteBlock,
  richTextToPlainText,
} from '#shared-editor/text.ts'

const quote = quoteBlock({ annotationId: 'a', sourceId: 's', quote: 'one\ntwo', title: 'A title' })

describe('rich text as plain JSON', () => {
  it('gives plain text back line by line', () => {
    expect(richTextToPlainText(plainToRichText('one\n\ntwo 😀'))).toBe('one\n\ntwo 😀')
  })

  it('reads formatting, lists and links as their words', () => {
    const content = markdownToRichText('# H\n\na **b** [c](https://d.org)\n\n- one\n  - two')
    expect(richTextToPlainText(content)).toBe('H\na b c\none\ntwo')
  })

  it('reads a linked quote as its words and where they come from', () => {
    expect(richTextToPlainText(appendBlock(plainToRichText('before'), quote))).toBe(
      'before\none\ntwo\n— A title',
    )
  })

  it('puts a block in place of the empty paragraphs at the end, and leaves a line to go on writing', () => {
    const types = appendBlock(plainToRichText('a\n\n'), quote).root.children.map((node) => node.type)
    expect(types).toEqual(['paragraph', 'crossread-quote', 'paragraph'])
  })

  it('does not change the document it appends to', () => {
    const content = emptyRichText()
    appendBlock(content, quote)
    expect(isEmptyRichText(content)).toBe(true)
  })
})
