import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { htmlToBlocks } from '#engine/import/extract/html/blocks.ts'
import { extractMarkdown, readMarkdown } from '#engine/import/extract/markdown/index.ts'
import { sharedFixtures } from '../../helpers/documents.ts'
import { expectationOf, extractFixture, outline, summarise } from '../../helpers/office.ts'

const shape = (markdown: string) => outline(readMarkdown(markdown))
const links = (markdown: string) =>
  readMarkdown(markdown).blocks.flatMap(({ text, links = [] }) =>
    links.map(({ start, end, href }) => [text.slice(start, end), href]),
  )

describe('documents of our own', () => {
  test.each(['harbour.md', 'note.md'])('%s is read as a person reads it', async (name) => {
    expect(summarise(await extractFixture(extractMarkdown, name))).toEqual(expectationOf(name))
  })
})

describe('front matter', () => {
  const metadataOf = (yaml: string) => readMarkdown(`---\n${yaml}\n---\nText.`).metadata

  test.each([
    ['author: Jane Doe', [{ literal: 'Jane Doe' }]],
    ['author: "Doe, Jane"', [{ family: 'Doe', given: 'Jane' }]],
    ['author: Jane Doe and John Roe', [{ literal: 'Jane Doe' }, { literal: 'John Roe' }]],
    ['author: Jane Doe; Roe, John', [{ literal: 'Jane Doe' }, { family: 'Roe', given: 'John' }]],
    ['author: Jane Doe, John Roe', [{ literal: 'Jane Doe' }, { literal: 'John Roe' }]],
    ['authors: [Jane Doe, John Roe]', [{ literal: 'Jane Doe' }, { literal: 'John Roe' }]],
    [
      'author:\n  - name: Jane Doe\n  - given: John\n    family: Roe',
      [{ literal: 'Jane Doe' }, { family: 'Roe', given: 'John' }],
    ],
    ['author: "[[Jane Doe]]"', [{ literal: 'Jane Doe' }]],
    ['by: The Aldra Courier', [{ literal: 'The Aldra Courier' }]],
  ])('%s', (yaml, author) => {
    expect(metadataOf(yaml)).toEqual({ author })
  })

  test.each([
    ['date: 2025-03-14', [2025, 3, 14]],
    ['date: 2025-03-14T10:04:00+01:00', [2025, 3, 14]],
    ['published: 14 March 2025', [2025, 3, 14]],
    ['date: "14. März 2025"', [2025, 3, 14]],
    ['date: 2025-03', [2025, 3]],
    ['year: 2025', [2025]],
    ['issued: { date-parts: [[2025, 3]] }', [2025, 3]],
  ])('%s', (yaml, date) => {
    expect(metadataOf(yaml)).toEqual({ issued: { 'date-parts': [date] } })
  })

  test('a day that may be two, and fields that mean nothing here, are left out', () => {
    expect(metadataOf('date: 03/04/2025\naliases: [x]\ncssclass: wide\nlang: not a language')).toEqual({})
  })

  test('the other fields', () => {
    const yaml = [
      'Title: A title',
      'publication: The Courier',
      'publisher: Aldra Press',
      'source: https://courier.example/a',
      'doi: https://doi.org/10.1000/xyz',
      'tags: [harbour, "#stone"]',
      'description: What it says.',
      'language: pt_BR',
      'type: article-newspaper',
      'accessed: 2025-04-01',
    ].join('\n')
    expect(readMarkdown(`---\n${yaml}\n---\n`)).toMatchObject({
      title: 'A title',
      metadata: {
        'container-title': 'The Courier',
        publisher: 'Aldra Press',
        URL: 'https://courier.example/a',
        DOI: '10.1000/xyz',
        keyword: 'harbour, stone',
        abstract: 'What it says.',
        language: 'pt-BR',
        type: 'article-newspaper',
        accessed: { 'date-parts': [[2025, 4, 1]] },
      },
    })
  })

  test('in TOML, and as Pandoc’s title block', () => {
    expect(readMarkdown('+++\ntitle = "A title"\ndate = 2025-03-14\n+++\nText.')).toMatchObject({
      title: 'A title',
      metadata: { issued: { 'date-parts': [[2025, 3, 14]] } },
    })
    expect(readMarkdown('% A title\n% Jane Doe; John Roe\n% March 2025\n\nText.')).toMatchObject({
      title: 'A title',
      metadata: {
        author: [{ literal: 'Jane Doe' }, { literal: 'John Roe' }],
        issued: { 'date-parts': [[2025, 3]] },
      },
    })
  })

  test('that is broken stays, as text', () => {
    const read = readMarkdown('---\ntitle: [ : broken\n---\nText.')
    expect(outline(read)).toEqual(['paragraph: title: [ : broken', 'paragraph: Text.'])
    expect(read.notes).toEqual([{ what: 'markdown-front-matter' }])
  })

  test('that makes a bomb of its aliases is not unfolded', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [index, name] of [...'bcdefgh'].entries()) {
      const above = `*${'abcdefg'.charAt(index)}`
      bomb.push(`${name}: &${name} [${Array(9).fill(above).join(', ')}]`)
    }
    expect(readMarkdown(`---\n${bomb.join('\n')}\n---\nText.`).notes).toEqual([
      { what: 'markdown-front-matter' },
    ])
  })
})

describe('what note-taking programs add', () => {
  test('Obsidian: links, embedded files, marks, comments, names of blocks', () => {
    const read = readMarkdown(
      'See [[Quay|the quay]], [[Levy#Rates]] and ![[map.png]] ==at once== %%or not%%. ^now',
    )
    expect(outline(read)).toEqual(['paragraph: See the quay, Levy › Rates and at once .'])
    expect(read.blocks[0]?.anchor).toBe('^now')
    expect(read.notes).toEqual([{ what: 'markdown-embedded', count: 1 }])
  })

  test('Readwise: its list of details says who wrote it and where', () => {
    const text =
      '# Quays\n\n## Metadata\n- Author: [[Jane Doe]]\n- Full Title: Quays of the North\n- URL: https://courier.example/a\n\n## Highlights\n- Stone waits. ([View](https://readwise.io/1))'
    const read = readMarkdown(text)
    expect(read).toMatchObject({
      title: 'Quays of the North',
      metadata: { author: [{ literal: 'Jane Doe' }], URL: 'https://courier.example/a' },
    })
    expect(outline(read)).toHaveLength(7)
  })

  test('Zotero: an annotation keeps its words and where it is from', () => {
    expect(
      shape('“Stone waits” ([Doe, 2025, p. 3](zotero://select/items/1)) ([pdf](zotero://open-pdf/1?page=3))'),
    ).toEqual(['paragraph: “Stone waits” (Doe, 2025, p. 3) (pdf)'])
  })
})

describe('links', () => {
  test('of every form keep their words and lead where they led', () => {
    const text =
      '[a](https://a.example "t"), [b][r], [r], <https://c.example>, www.d.example, <a href="https://e.example">e</a>.\n\n[r]: https://r.example'
    expect(links(text)).toEqual([
      ['a', 'https://a.example'],
      ['b', 'https://r.example'],
      ['r', 'https://r.example'],
      ['https://c.example', 'https://c.example'],
      ['www.d.example', 'http://www.d.example'],
      ['e', 'https://e.example'],
    ])
  })

  test('between footnotes and their marks lead both ways, whatever their order', () => {
    const read = readMarkdown(
      'One.[^b] Two.[^a] Again.[^b]\n\n[^a]: Of *two*.\n[^b]: Of one.\n[^c]: Of none.',
    )
    expect(outline(read)).toEqual([
      'paragraph: One.[1] Two.[2] Again.[1]',
      'footnote: [1] Of one.',
      'footnote: [2] Of two.',
      'footnote: [3] Of none.',
    ])
    const [place, first] = read.blocks
    expect(place?.links?.map(({ href }) => href)).toEqual(['#footnote-b', '#footnote-a', '#footnote-b'])
    expect(first).toMatchObject({
      anchor: 'footnote-b',
      links: [{ start: 0, end: 3, href: `#${place?.anchor}` }],
    })
  })

  test('to headings find them, also the second of the same name', () => {
    const read = readMarkdown('# What is *new*?\n\n# What is new?\n\n[there](#what-is-new-1)')
    expect(read.blocks.map(({ anchor }) => anchor)).toEqual(['what-is-new', 'what-is-new-1', undefined])
  })
})

test('lines of East Asian text are joined without a space, hard breaks part lines', () => {
  expect(readMarkdown('石头\n等待\n\none  \ntwo').blocks.map(({ text }) => text)).toEqual([
    '石头等待',
    'one\ntwo',
  ])
})

test('HTML is read as what a browser would show', () => {
  expect(
    shape(
      '<details><summary>More</summary>Hidden <b>words</b></details>\n\na <i>b</i> <!-- c --> d<br>e\n\n<script>alert(1)</script>',
    ),
  ).toEqual(['paragraph: More', 'paragraph: Hidden words', 'paragraph: a b d\ne'])
})

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
const textOf = (blocks: { kind: string; text: string }[]) =>
  fold(blocks.flatMap(({ kind, text }) => (kind === 'caption' ? [] : [text])).join(' '))

test('the examples of CommonMark’s specification lose nothing', () => {
  const example = z.object({ markdown: z.string(), html: z.string(), section: z.string() })
  for (const root of sharedFixtures('commonmark-spec')) {
    const path = join(root, 'spec-examples.json')
    expect(existsSync(path)).toBe(true)
    const examples = z.array(example).parse(JSON.parse(readFileSync(path, 'utf8')))
    const different = examples.flatMap(({ markdown, html }, index) =>
      textOf(readMarkdown(markdown).blocks) === textOf(htmlToBlocks(html).blocks) ? [] : [index + 1],
    )
    // Both have double brackets, which are a wikilink here.
    expect(different).toEqual([548, 590])
  }
  expect(textOf(readMarkdown('*a*\n\n> b').blocks)).toBe('a b')
})
