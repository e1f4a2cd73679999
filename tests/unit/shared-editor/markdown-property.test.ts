import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '#shared/model.ts'
import { markdownToRichText, richTextToMarkdown } from '#shared-editor/markdown.ts'
import { richTextToPlainText, walkRichText } from '#shared-editor/text.ts'

const runs = 100

const id = fc.uuid({ version: 7 })
const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
/** Words as people write them, with what Markdown would take for its own. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'troops',
        '4,500',
        'été',
        '漢字',
        'שלום',
        '👩‍👩‍👧',
        'U.S.',
        '50%',
        'C2',
        '(so)',
        'it’s',
      ),
      fc.constantFrom('*', '_', '[x]', '\\', '`', '<b>', '|', '#', '~', '!', '>', '$', '&amp;', '1.', '-'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '))
const plainWords = fc
  .array(fc.constantFrom('a', 'troops', '4,500', 'été', '漢字', 'שלום', '👩‍👩‍👧', 'U.S.', '50%'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '))

const escaped = (text: string): string => text.replace(/[\\`*_~[\]<>]/g, '\\$&')

const reference = fc
  .tuple(fc.constantFrom('source', 'claim', 'annotation', 'note'), id, words)
  .map(([kind, target, label]) => ({
    markdown: `[${escaped(label)}](crossread://${kind}/${target})`,
    node: { type: 'crossread-reference', kind, id: target, label } as RichTextNode,
  }))
const image = fc
  .tuple(hash, fc.constantFrom('png', 'jpg', 'gif', 'webp'), words)
  .map(([name, ending, alt]) => ({
    markdown: `![${escaped(alt)}](crossread://image/${name}.${ending})`,
    node: { type: 'crossread-image', hash: name, ending, alt } as RichTextNode,
  }))
const ours = fc.oneof(reference, image)

/** A line with some of our nodes between plain words. */
const line = fc
  .tuple(plainWords, fc.array(fc.tuple(ours, plainWords), { maxLength: 3 }))
  .map(([first, rest]) => ({
    markdown: [first, ...rest.flatMap(([node, after]) => [node.markdown, after])].join(' '),
    nodes: rest.map(([{ node }]) => node),
  }))

type Part = { markdown: string; nodes: RichTextNode[] }
const block: fc.Arbitrary<Part> = fc.oneof<fc.Arbitrary<Part>[]>(
  line,
  line.map(({ markdown, nodes }) => ({ markdown: `## ${markdown}`, nodes })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => ({
    markdown: lines.map((item) => `- ${item.markdown}`).join('\n'),
    nodes: lines.flatMap(({ nodes }) => nodes),
  })),
  fc.array(fc.tuple(fc.boolean(), line), { minLength: 1, maxLength: 3 }).map((lines) => ({
    markdown: lines.map(([done, item]) => `- [${done ? 'x' : ' '}] ${item.markdown}`).join('\n'),
    nodes: lines.flatMap(([, { nodes }]) => nodes),
  })),
  fc.constant({ markdown: '---', nodes: [{ type: 'horizontalrule' } as RichTextNode] }),
  fc.array(fc.tuple(line, line), { minLength: 2, maxLength: 3 }).map(([head, ...rows]) => ({
    markdown: [head, null, ...rows]
      .map((row) =>
        row
          ? `| ${row.map(({ markdown }) => markdown.replaceAll('|', '\\|')).join(' | ')} |`
          : '| --- | --- |',
      )
      .join('\n'),
    nodes: [head, ...rows].flatMap((row) => row?.flatMap(({ nodes }) => nodes) ?? []),
  })),
  fc
    .tuple(id, id, fc.array(words, { minLength: 1, maxLength: 3 }), words)
    .map(([annotationId, sourceId, quote, title]) => ({
      markdown: [
        ...quote.map(escaped),
        `— [${escaped(title)}](crossread://annotation/${annotationId}?source=${sourceId})`,
      ]
        .map((text) => `> ${text}`)
        .join('\n>\n'),
      nodes: [
        { type: 'crossread-quote', annotationId, sourceId, quote: quote.join('\n'), title } as RichTextNode,
      ],
    })),
)
const text = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => ({
  // Two lists below each other are one list to Markdown: a sentence stands between all blocks.
  markdown: blocks.map(({ markdown }) => markdown).join('\n\nand then\n\n'),
  nodes: blocks.flatMap(({ nodes }) => nodes),
}))

const ourTypes = new Set(['crossread-reference', 'crossread-image', 'crossread-quote', 'horizontalrule'])

describe('Markdown of our own nodes, whatever stands around them', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(text, ({ markdown }) => {
        expect(richTextToMarkdown(markdownToRichText(markdown))).toBe(markdown)
      }),
      { numRuns: runs },
    )
  })

  it('keeps every reference, image, quote and rule with all it says', () => {
    fc.assert(
      fc.property(text, ({ markdown, nodes }) => {
        const content = markdownToRichText(markdown)
        const found = [...walkRichText(content)].filter(({ type }) => ourTypes.has(type))
        expect(found).toHaveLength(nodes.length)
        for (const [index, node] of found.entries()) expect(node).toMatchObject(nodes[index] ?? {})
      }),
      { numRuns: runs },
    )
  })
})

describe('any text that is read as Markdown', () => {
  it('is the same document when it is written and read again', () => {
    const anything = fc
      .array(
        fc.oneof(
          words,
          block.map(({ markdown }) => markdown),
          fc.constant(''),
        ),
        { maxLength: 8 },
      )
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(anything, (markdown) => {
        // Code of nothing but spaces grows by two with each writing: Lexical pads what begins and ends with one.
        fc.pre(!/`[ \t]+`/.test(markdown))
        const once = richTextToMarkdown(markdownToRichText(markdown))
        const again = markdownToRichText(once)
        expect(richTextToPlainText(again)).toBe(richTextToPlainText(markdownToRichText(markdown)))
        expect(richTextToMarkdown(again)).toBe(once)
      }),
      { numRuns: runs },
    )
  })
})
