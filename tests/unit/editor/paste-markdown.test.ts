import { $insertGeneratedNodes } from '@lexical/clipboard'
import { createHeadlessEditor } from '@lexical/headless'
import { $generateNodesFromMarkdownString } from '@lexical/markdown'
import { $createParagraphNode, $getRoot, $getSelection } from 'lexical'
import { describe, expect, it } from 'vitest'
import { askedFor, matchTypeahead } from '#renderer/editor/typeahead.ts'
import type { RichText } from '#shared/model.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import { richTextNodes } from '#shared-editor/nodes.ts'
import { fileTransformers } from '#shared-editor/transformers.ts'

describe('Markdown that is pasted where the caret stands', () => {
  it.each([
    '| who | what |\n| --- | --- |\n| A | *b* |',
    '## A heading\n\n- [x] read\n- [ ] call\n\n> said\n\n---\n\n| a | b |\n| --- | --- |\n| c | d |\n\n```\ncode\n```',
  ])('is all there: %j', (markdown) => {
    const editor = createHeadlessEditor({
      nodes: [...richTextNodes],
      onError: (error) => {
        throw error
      },
    })
    editor.update(
      () => {
        $getRoot().append($createParagraphNode())
        $getRoot().selectEnd()
      },
      { discrete: true },
    )
    editor.update(
      () => {
        const nodes = $generateNodesFromMarkdownString(markdown, fileTransformers)
        const selection = $getSelection()
        if (selection) $insertGeneratedNodes(editor, nodes, selection)
      },
      { discrete: true },
    )
    const pasted = richTextToMarkdown(editor.getEditorState().toJSON() as unknown as RichText)
    expect(pasted.trim()).toBe(markdown)
  })
})

describe('the typeahead', () => {
  it.each([
    ['see [[har', 4, '[har', '[[har'],
    ['[[', 0, '[', '[['],
    ['as @lee 20', 3, '@lee 20', '@lee 20'],
    ['(@', 1, '@', '@'],
  ])('is typed in %j', (text, leadOffset, matchingString, replaceableString) => {
    expect(matchTypeahead(text)).toEqual({ leadOffset, matchingString, replaceableString })
  })

  it.each(['a@b', 'lee@example.org', '@ five', 'done]] ', 'a [single', '@@'])('is not in %j', (text) => {
    expect(matchTypeahead(text)).toBeNull()
  })

  it('takes a year that is cited out of what is looked for', () => {
    expect(askedFor('@lee 2025')).toEqual({ how: 'cite', text: 'lee', year: '2025' })
    expect(askedFor('@2025')).toEqual({ how: 'cite', text: '', year: '2025' })
    expect(askedFor('@lee 20')).toEqual({ how: 'cite', text: 'lee 20', year: null })
    expect(askedFor('[lee 2025')).toEqual({ how: 'mention', text: 'lee 2025', year: null })
  })
})
