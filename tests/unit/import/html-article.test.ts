import { describe, expect, test, vi } from 'vitest'
import { extractHtml, extractMhtml, extractWebarchive } from '#engine/import/extract/html/index.ts'
import { peopleOf } from '#engine/import/extract/html/people.ts'
import type { Extractor } from '#engine/import/extract/types.ts'
import { judgedPages, scoreArticles } from '../../../scripts/bench/articles.ts'
import { documentBytes, expectedOf } from '../../helpers/documents.ts'
import { summarise } from '../../helpers/office.ts'

// The machine may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const saved: [name: string, extract: Extractor][] = [
  ['harbour-page.html', extractHtml],
  ['harbour-page-dom.html', extractHtml],
  ['harbour-page.mhtml', extractMhtml],
  ['harbour-page.webarchive', extractWebarchive],
]

async function read(extract: Extractor, name: string, bytes: Uint8Array) {
  const [found] = await extract({ name, bytes })
  if (found === undefined) throw new Error(`nothing came of ${name}`)
  return found
}
const readText = (html: string) => read(extractHtml, 'page.html', Buffer.from(html))

test.each(saved)('%s gives its article, and nothing of the page around', async (name, extract) => {
  expect(summarise(await read(extract, name, documentBytes(name)))).toEqual(expectedOf(name))
})

test.each(saved.slice(2))('%s, cut off or damaged, says what is wrong', async (name, extract) => {
  for (const share of [0, 0.02, 0.3]) {
    const bytes = documentBytes(name)
    const outcome = await extract({ name, bytes: bytes.subarray(0, bytes.length * share) }).then(
      ([found]) => (found?.blocks.length ?? 0) > 0,
      (error: Error) => error.message,
    )
    expect(outcome === true || /^[A-Z].*\.$/.test(String(outcome))).toBe(true)
  }
})

const text =
  '<p>The island council voted on Thursday to charge every visiting vessel a levy of two crowns, and its critics call that a tax on neighbours, which the harbour master denies.</p>'.repeat(
    4,
  )
const pageWith = (head: string, body = '') =>
  `<html><head>${head}</head><body><article>${body}${text}</article></body></html>`

describe('what a page says of itself', () => {
  test.each([
    [
      '<title>Levy splits islands | The Courier</title><meta property="og:site_name" content="The Courier">',
      'Levy splits islands',
    ],
    [
      '<title>The Courier - Levy splits islands</title><meta property="og:site_name" content="The Courier">',
      'Levy splits islands',
    ],
    ['<title>Levy - a tax - splits islands</title>', 'Levy - a tax - splits islands'],
    ['<meta property="og:title" content="Levy &amp;quot;splits&amp;quot; islands">', 'Levy "splits" islands'],
  ])('title: %s', async (head, title) => {
    expect((await readText(pageWith(head))).title).toBe(title)
  })

  test.each([
    ['<meta property="article:published_time" content="2025-03-14T23:30:00-05:00">', [2025, 3, 14]],
    ['<meta name="citation_publication_date" content="2024/05">', [2024, 5]],
    ['<meta name="DC.date" content="20240517">', [2024, 5, 17]],
    [
      '<script type="application/ld+json">[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Levy","datePublished":"2023-01-02"},]</script>',
      [2023, 1, 2],
    ],
  ])('date: %s', async (head, parts) => {
    expect((await readText(pageWith(head))).metadata.issued).toEqual({ 'date-parts': [parts] })
  })

  test('a journal’s page', async () => {
    const tag = (name: string, content: string) => `<meta name="citation_${name}" content="${content}">`
    const head = [
      tag('title', 'Levies and islands'),
      tag('author', 'Solheim, Marit'),
      tag('author', 'José Åkerblom'),
      tag('journal_title', 'Island Studies'),
      tag('volume', '12'),
      tag('issue', '3'),
      tag('firstpage', '40'),
      tag('lastpage', '58'),
      tag('doi', 'doi:10.1234/island.2025.12'),
      tag('issn', '1234-5679'),
      '<link rel="canonical" href="https://journal.example/12/3/levies">',
    ]
    const { title, metadata } = await readText(pageWith(head.join('')))
    expect({ title, ...metadata }).toEqual({
      title: 'Levies and islands',
      type: 'article-journal',
      author: [
        { family: 'Solheim', given: 'Marit' },
        { given: 'José', family: 'Åkerblom' },
      ],
      'container-title': 'Island Studies',
      volume: '12',
      issue: '3',
      page: '40-58',
      DOI: '10.1234/island.2025.12',
      ISSN: '1234-5679',
      URL: 'https://journal.example/12/3/levies',
    })
  })

  test('where a browser saved it from, and when', async () => {
    const single =
      '<!--\n Page saved with SingleFile \n url: https://x.example/a \n saved date: Fri Mar 14 2025 10:00:00 GMT+0100\n-->'
    expect((await readText(single + pageWith(''))).metadata).toMatchObject({
      URL: 'https://x.example/a',
      accessed: { 'date-parts': [[2025, 3, 14]] },
    })
    const chromium = '<!-- saved from url=(0021)https://x.example/b/c -->'
    expect((await readText(chromium + pageWith(''))).metadata.URL).toBe('https://x.example/b/c')
  })

  test('an index page has no article and is read whole, with a note', async () => {
    const links = ['Ferries', 'Weather', 'Fishing'].map((name) => `<li><a href="/${name}">${name}</a>`)
    const found = await readText(`<title>Front page</title><ul>${links.join('')}</ul>`)
    expect(found.blocks.map((block) => block.text)).toEqual(['Ferries', 'Weather', 'Fishing'])
    expect(found.notes).toEqual([{ what: 'html-whole-page' }])
  })
})

test.each([
  [
    'By Marit Solheim and José Åkerblom',
    [
      { given: 'Marit', family: 'Solheim' },
      { given: 'José', family: 'Åkerblom' },
    ],
  ],
  ['Von Anna-Lena von der Heide, Berlin', [{ given: 'Anna-Lena', family: 'von der Heide' }]],
  ['by MARIT SOLHEIM, Political Editor', [{ given: 'Marit', family: 'Solheim' }]],
  ['Reuters', [{ literal: 'Reuters' }]],
  ['Aldra Courier staff', [{ literal: 'Aldra Courier staff' }]],
  ['Martin Luther King Jr.', [{ given: 'Martin Luther', family: 'King Jr.' }]],
  [
    'Marit Solheim (marit@courier.example) https://courier.example/staff',
    [{ given: 'Marit', family: 'Solheim' }],
  ],
  ['龍應台', [{ literal: '龍應台' }]],
  ['https://www.facebook.com/courier', []],
])('the people in the byline "%s"', (byline, expected) => {
  expect(peopleOf(byline)).toEqual(expected)
})

test('in judged pages of other people, articles are found better than by readability alone', async () => {
  const score = await scoreArticles(judgedPages())
  expect(score === null || (score.f > 0.93 && score.failed.length === 0)).toBe(true)
})
