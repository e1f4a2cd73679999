import { expect, test } from 'vitest'
import { mendBibtex, splitBibtex } from '#engine/import/extract/bibliography/bibtex-split.ts'
import { extractBibliography } from '#engine/import/extract/bibliography/index.ts'
import { languageTag } from '#engine/import/extract/bibliography/language.ts'
import { plainText } from '#engine/import/extract/bibliography/plain-text.ts'
import type { Extracted } from '#engine/import/extract/types.ts'
import { sourceMetadata } from '#shared/contract/fields.ts'
import { documentBytes, expectedOf } from '../../helpers/documents.ts'

async function read(text: string | Uint8Array): Promise<Extracted[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const found = await extractBibliography({ name: 'references', bytes })
  for (const { metadata, blocks } of found) {
    expect(sourceMetadata.safeParse(metadata).error).toBeUndefined()
    expect(blocks).toEqual([])
  }
  return found
}
const first = async (text: string): Promise<Extracted> => {
  const [found] = await read(text)
  if (found === undefined) throw new Error('no entry')
  return found
}
const titles = (found: readonly Extracted[]) => found.map(({ title }) => title)

test.each(['harbour.bib', 'harbour.ris', 'harbour.csl.json'])('%s is read as expected', async (name) => {
  const found = await read(documentBytes(name))
  expect(found.map(({ title, metadata }) => ({ title, metadata }))).toEqual(expectedOf(name))
  expect(found.every(({ notes }) => notes.length === 0)).toBe(true)
})

test('BibTeX: macros, accents, markup, people, months and the fields of old files', async () => {
  const { title, metadata } = await first(`
    % a comment
    @string{press = "Nordvik" # { Press}}
    @string(jih = "Journal of Island Harbours, " # press)
    @preamble{"\\newcommand{\\x}{y}"}
    @Comment{jabref-meta: grouping:
    0 AllEntriesGroup:;
    }
    @ARTICLE{lie:2019/a,
      author = {Lie, Torbj{\\o}rn and van der Berg, Jr., Jan and {Aldra Council}},
      title = "{\\"U}ber \\emph{H\\"afen} {\\&} Z{\\'\\i}: a {LaTeX} story -- 5\\% of $x^2$",
      journal = jih,
      year = 2019, month = nov,
      volume = 7, number = "2", pages = {101--118},
      keywords = {harbours, fishing},
      file = {:C\\:\\\\a;b.pdf:PDF},
      language = {ngerman},
    }`)
  expect(title).toBe('Über Häfen & Zí: a LaTeX story – 5% of x²')
  expect(metadata).toEqual({
    type: 'article-journal',
    author: [
      { family: 'Lie', given: 'Torbjørn' },
      { family: 'van der Berg', given: 'Jan, Jr.' },
      { literal: 'Aldra Council' },
    ],
    'container-title': 'Journal of Island Harbours, Nordvik Press',
    issued: { 'date-parts': [[2019, 11]] },
    volume: '7',
    issue: '2',
    page: '101-118',
    keyword: 'harbours, fishing',
    language: 'de',
  })
})

test('BibTeX: what an entry does not say is inherited', async () => {
  const found = await read(`
    @inproceedings{child, title = {The child}, crossref = {parent}, pages = {3}}
    @proceedings{parent, title = {The parent}, year = {2001}, editor = {Lie, T.}, publisher = {Press}}
    @book{loop, title = {A loop}, crossref = {loop}}`)
  expect(found[0]?.metadata).toMatchObject({
    type: 'paper-conference',
    'container-title': 'The parent',
    publisher: 'Press',
    issued: { 'date-parts': [[2001]] },
  })
  expect(titles(found)).toEqual(['The child', 'The parent', 'A loop'])
})

test('BibLaTeX: dates, ranges and words that are none', async () => {
  const dates = async (field: string) =>
    (await first(`@misc{a, title = {A}, ${field}}`)).metadata.issued?.['date-parts']
  expect(await dates('date = {2010-03-04}')).toEqual([[2010, 3, 4]])
  expect(await dates('date = {2010-03/2011-04-05}')).toEqual([
    [2010, 3],
    [2011, 4, 5],
  ])
  expect(await dates('year = {2000/2001}')).toEqual([[2000], [2001]])
  expect(await dates('year = {[2014]}')).toEqual([[2014]])
  expect(await dates('date = {1999~}')).toEqual([[1999]])
  const issued = async (field: string) => (await first(`@misc{a, title = {A}, ${field}}`)).metadata.issued
  expect(await issued('year = {in press}')).toEqual({ 'date-parts': [], literal: 'in press' })
})

test('one broken entry costs only itself, and what is easily mended is mended', async () => {
  const found = await read(`
    @article{good, title = {The first}, year = 2001}
    @article{no-comma,
      title = {Without a comma}
      year = {2002}
    }
    @article{
      title = {Without a key}, year = 2003}
    @article{unclosed, title = {Without an end}, year = {2004}
    @article{bad, title = , = }
    @book(round, title = {In round brackets}, year = 2005)
    @article{names, title = {With odd names}, author = {and and , , ,}, year = 2006}
    @article{last, title = {The last}, year = 2007}`)
  expect(titles(found)).toEqual([
    'The first',
    'Without a comma',
    'Without a key',
    'Without an end',
    'In round brackets',
    'With odd names',
    'The last',
  ])
  expect(found[0]?.notes).toEqual([{ what: 'bibliography_unreadable', count: 1, detail: 'bad' }])
})

test('entries are found wherever they stand', () => {
  const pieces = splitBibtex(
    'x@y.example @comment{ @book{no} } @a{1, t={\\{ } @b{2,}}} words @c ( 3, {)} ) @d{4',
  )
  expect(pieces.map(({ type, text }) => `${type} ${text}`)).toEqual([
    'a @a{1, t={\\{ } @b{2,}}',
    'c @c { 3, {)} }',
    'd @d{4',
  ])
  expect(mendBibtex('@a{k, t = {x}')).toBe('@a{k, t = {x}}')
})

test('RIS: old and new tags, unknown kinds, broken lines', async () => {
  const found = await read(
    [
      'TY  - JOUR',
      'A1  - Lie, Torbjørn',
      'T1  - Counting  - and recounting -',
      'boats',
      'JF  - Journal of Island Harbours',
      'Y1  - 2019/11/05/',
      'DO  - https://doi.org/10.1000/a',
      'DO  - 10.1000/b',
      'KW  - harbours',
      'KW  - fishing',
      'and boats',
      'ER  -',
      'TY - FUTURE',
      'TI - Of a kind nobody knows',
      'AU - Aldra Council',
      'ER - ',
      'TY  - JOUR',
      'PY  - 2001',
    ].join('\r\n'),
  )
  expect(titles(found)).toEqual(['Counting - and recounting - boats', 'Of a kind nobody knows'])
  expect(found[0]?.metadata).toMatchObject({
    type: 'article-journal',
    author: [{ family: 'Lie', given: 'Torbjørn' }],
    'container-title': 'Journal of Island Harbours',
    issued: { 'date-parts': [[2019, 11, 5]] },
    DOI: '10.1000/a',
    keyword: 'harbours, fishing and boats',
  })
  expect(found[1]?.metadata.author).toEqual([{ literal: 'Aldra Council' }])
  expect(found[0]?.notes).toMatchObject([{ what: 'bibliography_unreadable', count: 1 }])
})

test('PubMed’s and EndNote’s files are read as RIS is', async () => {
  const pubmed = await first(
    [
      'PMID- 1',
      'TI  - Fish and',
      '      chips.',
      'FAU - Lie, Torbjørn',
      'AU  - Lie T',
      'DP  - 2025 May 3',
      'PG  - 1204-22',
      'AID - 10.1000/a [doi]',
      'IS  - 1558-4232 (Electronic)',
    ].join('\n'),
  )
  expect(pubmed).toMatchObject({
    title: 'Fish and chips.',
    metadata: {
      author: [{ family: 'Lie', given: 'Torbjørn' }],
      issued: { 'date-parts': [[2025, 5, 3]] },
      page: '1204-1222',
      DOI: '10.1000/a',
      ISSN: '1558-4232',
    },
  })
  const endnote = await first(
    ['%0 Newspaper Article', '%A Lie, Torbjørn', '%T Fish', '%J The Courier', '%D 2025', '%K a', 'b'].join(
      '\n',
    ),
  )
  expect(endnote).toMatchObject({
    title: 'Fish',
    metadata: {
      type: 'article-newspaper',
      author: [{ family: 'Lie', given: 'Torbjørn' }],
      'container-title': 'The Courier',
      keyword: 'a, b',
    },
  })
})

test('CSL-JSON: in every shape that programs write, without markup', async () => {
  const item = {
    type: 'article-journal',
    title: 'H<sub>2</sub>O &amp; <i>Quays</i> where a < b',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
      { family: 'The Crown' },
      {},
    ],
    issued: { 'date-parts': [['2019', '11', 0]] },
    accessed: { raw: '2020-01-02' },
    volume: 7,
    ISBN: ['1', '2'],
    DOI: 'https://doi.org/10.1000/X',
    URL: 'javascript:alert(1)',
    abstract: '<jats:p>One.</jats:p><jats:p>Two.</jats:p>',
    'event-title': 'Harbour day',
  }
  for (const shape of [[item], item, { 'key-1': item }, { items: [item] }]) {
    const [found] = await read(JSON.stringify(shape))
    expect(found).toMatchObject({
      title: 'H2O & Quays where a < b',
      metadata: {
        author: [{ family: 'van der Berg', given: 'Jan, Jr.' }, { literal: 'The Crown' }],
        issued: { 'date-parts': [[2019, 11]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
        volume: '7',
        ISBN: '1, 2',
        DOI: '10.1000/X',
        abstract: 'One.\nTwo.',
        note: 'event-title: Harbour day',
      },
    })
    expect(found?.metadata).not.toHaveProperty('URL')
  }
})

test.each([
  [
    { 'date-parts': [[1999]], circa: true },
    { 'date-parts': [[1999]], circa: true },
  ],
  [
    { 'date-parts': [['1999']], circa: '1' },
    { 'date-parts': [[1999]], circa: true },
  ],
  [{ 'date-parts': [[1999]], circa: false }, { 'date-parts': [[1999]] }],
  [
    { 'date-parts': [[2010]], season: '2' },
    { 'date-parts': [[2010]], season: 2 },
  ],
  [
    { 'date-parts': [[2010]], season: 'Fall' },
    { 'date-parts': [[2010]], season: 3 },
  ],
  [{ 'date-parts': [[2010, 24]] }, { 'date-parts': [[2010]], season: 4 }],
  [{ 'date-parts': [[2010], [0]] }, { 'date-parts': [[2010], [0]] }],
  [
    {
      'date-parts': [
        [2010, 3],
        [0, 0, 0],
      ],
    },
    { 'date-parts': [[2010, 3], [0]] },
  ],
  [{ raw: '1941~/1943' }, { 'date-parts': [[1941], [1943]], circa: true }],
  [{ literal: 'forthcoming' }, { 'date-parts': [], literal: 'forthcoming' }],
])('CSL-JSON: the date %j', async (issued, kept) => {
  const [found] = await read(JSON.stringify([{ type: 'book', title: 'A', issued }]))
  expect(found?.metadata.issued).toEqual(kept)
})

test('what has no title is called by what it has', async () => {
  expect((await first('@misc{key, author = {Lie, T.}, year = 2019}')).title).toBe('Lie 2019')
  expect((await first('@misc{key, howpublished = {x}}')).title).toBe('key')
})

test('what is no bibliography says what would be one', async () => {
  const cases: [string, RegExp][] = [
    ['{"name": "crossread", "type": "module"}', /no bibliography\. Of JSON, Crossread reads CSL-JSON/],
    ['[1, 2, null]', /no bibliography/],
    ['{"type": "book", ', /damaged or incomplete/],
    ['Words of an article.', /no bibliography that Crossread knows/],
    ['@comment{nothing here}', /no entries/],
    ['@article{a, = }\n@article{b, = }', /None of the 2 entries .* \(a, b\)/],
    [`@article{a, title = ${'{'.repeat(50_000)}`, /None of the 1 entries/],
  ]
  for (const [text, reason] of cases) await expect(read(text)).rejects.toThrow(reason)
})

test('languages and markup of catalogues are put into ours', () => {
  const languages = ['ngerman', 'langfrench', 'eng', 'en_US', 'pt-br', 'English, French', 'Klingonese', '']
  expect(languages.map(languageTag)).toEqual(['de', 'fr', 'en', 'en-US', 'pt-BR', 'en', null, null])
  expect(plainText('<span class="nocase">iPhone</span> &#8211; &#x2014; &bogus; <3 &lt;b&gt;')).toBe(
    'iPhone – — &bogus; <3 <b>',
  )
})
