import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { htmlToBlocks } from '#engine/import/extract/html/blocks.ts'
import { extractHtml } from '#engine/import/extract/html/index.ts'
import { CrossreadError } from '#shared/errors.ts'
import { sharedFixtures } from '../../helpers/documents.ts'

// The machine may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const own = [
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" jAvAsCrIpT&colon;alert(1)">x</a>',
  '<a href="vbscript:x">x</a><a href="data:text/html;base64,PHNjcmlwdD4=">y</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="javascript:alert(1)//"><a href="x">x</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
]
const payloads = [
  ...own,
  ...sharedFixtures('xss-vectors').flatMap((folder) => [
    ...JSON.parse(readFileSync(join(folder, 'dompurify-expect.json'), 'utf8')).map(
      ({ payload }: { payload: string }) => payload,
    ),
    ...readFileSync(join(folder, 'payloadbox-xss-payload-list.txt'), 'utf8').split('\n'),
  ]),
]

test('whatever a page tries, text and harmless addresses are all that comes of it', () => {
  const harmful: string[] = []
  for (const payload of payloads) {
    const { blocks } = htmlToBlocks(`<p>before</p>${payload}`, { baseUrl: 'https://x.example/' })
    const links = blocks.flatMap(({ links = [] }) => links)
    if (!links.every(({ href }) => /^(?:https?:\/\/|mailto:|#)/.test(href))) harmful.push(payload)
    expect(blocks[0]?.text).toContain('before')
  }
  expect(harmful).toEqual([])
  expect(payloads.length).toBeGreaterThanOrEqual(own.length)
})

const sentence =
  'The island council voted on Thursday to charge every visiting vessel a levy, its critics say. '
const article = `<p>${sentence.repeat(3)}</p>`.repeat(5)
const wordsOf = async (html: string) => {
  const [found] = await extractHtml({ name: 'page.html', bytes: Buffer.from(html) })
  return found?.blocks.map(({ text }) => text).join('\n') ?? ''
}

describe('pages made to exhaust a reader', () => {
  test.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}${article}`],
    [
      '100,000 nested and closed quotations',
      `${'<blockquote>'.repeat(100_000)}${article}${'</blockquote>'.repeat(100_000)}`,
    ],
    ['100,000 tables within each other', `${'<table><tr><td>'.repeat(100_000)}${article}`],
    ['a picture of 20 MB within the page', `<img src="data:image/png;base64,${'A'.repeat(20e6)}">${article}`],
    ['a million entities', `<p>${'&amp;'.repeat(1e6)}</p>${article}`],
    ['50 MB on one line', `${article}<p>${'lorem ipsum dolor sit amet, '.repeat(1_780_000)}</p>`],
    ['300,000 end tags of nothing', `${'</b></div>'.repeat(150_000)}${article}`],
    [
      'a cell that claims a million columns',
      `<table><tr><td colspan=1000000 rowspan=1000000>a<td>b</table>${article}`,
    ],
    [
      'metadata nested 200,000 deep',
      `<script type="application/ld+json">${'['.repeat(200_000)}</script>${article}`,
    ],
  ])('%s', async (_name, html) => {
    expect(await wordsOf(html)).toContain(sentence.trim())
  })

  test('more elements than a page for reading has are refused with a reason', async () => {
    await expect(wordsOf('<b>x'.repeat(1_100_000))).rejects.toThrow(/more than a million elements/)
  })

  test.each(['', '   ', '<html><body><script>x()</script></body></html>', '<!doctype html>'])(
    'nothing to read: "%s"',
    async (html) => {
      await expect(wordsOf(html)).rejects.toThrow(CrossreadError)
    },
  )
})
