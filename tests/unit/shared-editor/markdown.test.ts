import { describe, expect, it } from 'vitest'
import { markdownToRichText, richTextToMarkdown } from '#shared-editor/markdown.ts'
import { appendBlock, plainToRichText, quoteBlock, walkRichText } from '#shared-editor/text.ts'

const annotationId = '019aa6d2-7b1c-7a9e-8d5a-0a1b2c3d4e5f'
const sourceId = '019aa6d2-7b1c-7a9e-8d5a-0a1b2c3d4e60'

describe('Markdown', () => {
  it.each([
    ['headings', '# One\n\n## Two\n\ntext'],
    ['formats', 'plain **bold** and *italic* and `code`'],
    ['lists', '- a\n- b\n\n1. one\n2. two'],
    ['quotations', '> a quotation\n> of two lines'],
    ['links', 'see [the page](https://example.org/a?b=c) here'],
    ['code', '```js\nconst a = 1\n```'],
    ['references', `as [C2 a claim](crossread://claim/${annotationId}) says`],
    ['tables', '| who | *what* |\n| --- | --- |\n| a | b \\| c |\n\nafter'],
    ['right-to-left text and emoji', 'שלום **עולם** 👩‍👩‍👧'],
  ])('comes back as it was: %s', (_what, markdown) => {
    expect(richTextToMarkdown(markdownToRichText(markdown))).toBe(markdown)
  })

  it('keeps a linked quote linked, with every character of its words', () => {
    const fields = {
      annotationId,
      sourceId,
      quote: 'A *starred* [bracket] \\ <tag> _line_\nthe second `paragraph`',
      title: 'US mulls [pulling] 4,500 troops',
    }
    const markdown = richTextToMarkdown(appendBlock(plainToRichText('before'), quoteBlock(fields)))
    expect(markdown).toContain(`(crossread://annotation/${annotationId}?source=${sourceId})`)
    const found = [...walkRichText(markdownToRichText(markdown))].find(
      (node) => node.type === 'crossread-quote',
    )
    expect(found).toMatchObject(fields)
  })

  it('reads a reference into a node of its own', () => {
    const content = markdownToRichText(`see [S \\[1\\]](crossread://source/${sourceId}).`)
    const found = [...walkRichText(content)].find((node) => node.type === 'crossread-reference')
    expect(found).toMatchObject({ kind: 'source', id: sourceId, label: 'S [1]' })
  })

  it('falls back to plain text where a document holds what nobody knows', () => {
    const content = plainToRichText('kept')
    content.root.children.push({ type: 'from-the-future', children: [] })
    expect(richTextToMarkdown(content)).toBe('kept')
  })

  it('gives an empty text for an empty document', () => {
    expect(richTextToMarkdown(plainToRichText(''))).toBe('')
  })
})
