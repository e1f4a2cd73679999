import { describe, expect, test } from 'vitest'
import { readByline } from '#engine/import/byline.ts'
import { findDateline } from '#engine/import/dateline.ts'
import { parseDate } from '#engine/import/dates.ts'
import { textToBlocks } from '#engine/import/extract/text/index.ts'
import { findTextMetadata } from '#engine/import/text-metadata.ts'
import { findTitle } from '#engine/import/title.ts'
import { articles } from '../../helpers/articles.ts'

const body =
  'The island council voted on Thursday to charge every visiting vessel a levy of two crowns and a half a metre, a decision that its critics call a tax on neighbours and that the harbour master defends.'
const metadataOf = (...lines: string[]) =>
  findTextMetadata(textToBlocks([...lines, body].join('\n\n')).blocks)
const titleOf = (...lines: string[]) => findTitle(textToBlocks(lines.join('\n\n')).blocks, 'file.txt')

describe('a date', () => {
  test.each([
    ['2025-05-23', [2025, 5, 23]],
    ['2025-05-23T10:04:00Z', [2025, 5, 23]],
    ['23 May 2025', [2025, 5, 23]],
    ['May 23, 2025 at 10:04 am', [2025, 5, 23]],
    ['Fri, 23 May 2025 10:04:00 GMT', [2025, 5, 23]],
    ['Friday, May 23rd, 2025', [2025, 5, 23]],
    ['23.05.2025', [2025, 5, 23]],
    ['23.5.2025, 10:04 Uhr', [2025, 5, 23]],
    ['Freitag, 23. Mai 2025', [2025, 5, 23]],
    ['23 de mayo de 2025', [2025, 5, 23]],
    ['le 1er août 2025', null],
    ['1er août 2025', [2025, 8, 1]],
    ['23 мая 2025', [2025, 5, 23]],
    ['2025年5月23日', [2025, 5, 23]],
    ['2025년 5월 23일', [2025, 5, 23]],
    ['2025.05.23 10:04', [2025, 5, 23]],
    ['Sept. 3, 2025', [2025, 9, 3]],
    ['May 2025', [2025, 5]],
    ['2025', [2025]],
    ['23/05/2025', [2025, 5, 23]],
    ['05/23/2025', [2025, 5, 23]],
    ['03/04/2025', null],
    ['31 April 2025', null],
    ['29 February 2025', null],
    ['Mayor 23, 2025', null],
    ['May', null],
  ])('%s', (written, date) => {
    expect(parseDate(written)).toEqual(date)
  })
})

describe('a byline', () => {
  test.each([
    ['By Jane Doe', ['Jane Doe']],
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['By Jane Doe, John Roe and Ann Lee', ['Jane Doe', 'John Roe', 'Ann Lee']],
    ['By J. K. Rowling', ['J. K. Rowling']],
    ['By JANE MCDONALD', ['Jane McDonald']],
    ['By Jane Doe, Staff Writer', ['Jane Doe']],
    ['By Jane Doe in Seoul', ['Jane Doe']],
    ['Von Erika Mustermann', ['Erika Mustermann']],
    ['Por José Álvarez de la Cruz', ['José Álvarez de la Cruz']],
    ['Par Marie-Claire Dupont et Jean Petit', ['Marie-Claire Dupont', 'Jean Petit']],
    ['作者：王小明', ['王小明']],
  ])('%s', (line, names) => {
    expect(readByline(line)).toEqual({ author: names.map((literal) => ({ literal })) })
  })

  test('may say for whom', () => {
    expect(readByline('By JANE DOE, Reuters')).toEqual({
      author: [{ literal: 'Jane Doe' }],
      publisher: 'Reuters',
    })
  })

  test.each([
    'By The Numbers',
    'By Monday Morning',
    'By Law And Order',
    'By 2030 Europe',
    'By Staff',
    'By Jane Doe.',
    'By Air Force One',
    'By Jane',
    'Von der Straße her',
    'Jane Doe',
  ])('%j is none', (line) => {
    expect(readByline(line)).toBeNull()
  })
})

describe('a dateline', () => {
  test.each([
    ['WASHINGTON (AP) — Words.', { 'publisher-place': 'WASHINGTON', publisher: 'AP' }],
    ['SEOUL, May 23 (Yonhap) — Words.', { 'publisher-place': 'SEOUL', publisher: 'Yonhap' }],
    ['Berlin (dpa) - Words.', { 'publisher-place': 'Berlin', publisher: 'dpa' }],
    ['(Reuters) - Words.', { publisher: 'Reuters' }],
    [
      'BERLIN, 3. März 2025 (dpa) – Words.',
      { 'publisher-place': 'BERLIN', publisher: 'dpa', issued: { 'date-parts': [[2025, 3, 3]] } },
    ],
    ['新华社北京5月23日电 港口的收费将上涨。', { 'publisher-place': '北京', publisher: '新华社' }],
  ])('%s', (text, metadata) => {
    expect(findDateline([{ text }])).toEqual(metadata)
  })

  test.each([
    'Jane Smith (CEO) — Words.',
    'The quay (built 1921) — Words.',
    'Seoul, May 23 — Words.',
    'PARIS — Words.',
    'May 23, 2025 — Words.',
  ])('none in %j', (text) => {
    expect(findDateline([{ text }])).toEqual({})
  })
})

describe('the head of a text', () => {
  test('says who wrote it, when and for whom', () => {
    expect(
      metadataOf('Harbour levy splits the islands', 'By Marit Solheim | March 14, 2025 | The Courier'),
    ).toEqual({
      author: [{ literal: 'Marit Solheim' }],
      issued: { 'date-parts': [[2025, 3, 14]] },
    })
    expect(metadataOf('By JANE DOE, Reuters, May 23, 2025 at 10:04 am')).toEqual({
      author: [{ literal: 'Jane Doe' }],
      publisher: 'Reuters',
      issued: { 'date-parts': [[2025, 5, 23]] },
    })
    expect(
      metadataOf('A headline of five words', 'Published: 2025-05-23', 'Source: https://courier.example/a'),
    ).toEqual({
      issued: { 'date-parts': [[2025, 5, 23]] },
      URL: 'https://courier.example/a',
    })
    expect(
      metadataOf('Eine Überschrift für alle', 'Veröffentlicht am 23. Mai 2025', 'Von Erika Muster'),
    ).toEqual({
      issued: { 'date-parts': [[2025, 5, 23]] },
      author: [{ literal: 'Erika Muster' }],
    })
  })

  test('says nothing that is not sure', () => {
    expect(metadataOf('A headline of five words', '03/04/2025')).toEqual({})
    expect(metadataOf('A headline of five words', 'Last updated: 23 May 2025')).toEqual({})
    expect(metadataOf('May 2025', 'A year of levies')).toEqual({})
  })

  test('ends where the text begins', () => {
    expect(metadataOf('A headline of five words', body, 'By Jane Doe', '23 May 2025')).toEqual({})
  })

  test('gives the articles at hand nothing but what they say', () => {
    for (const { text } of articles()) {
      const { author, URL, ...rest } = findTextMetadata(textToBlocks(text).blocks)
      expect({ author, URL }).toEqual({ author: undefined, URL: undefined })
      const place = rest['publisher-place']
      if (place !== undefined) expect(text).toContain(`${place}, `)
    }
  })
})

describe('a title', () => {
  test('is the first heading, whatever stands before it', () => {
    const title = 'Harbour levy splits the Aldra islands'
    expect(titleOf(title, body)).toBe(title)
    expect(titleOf('OPINION', title, body)).toBe(title)
    expect(titleOf('https://courier.example/a', '14 March 2025', title, body)).toBe(title)
  })

  test('is the first sentence where there is none, without its dateline', () => {
    expect(titleOf('SEOUL, May 23 (Yonhap) — The U.S. mission left. Then more.')).toBe(
      'The U.S. mission left.',
    )
    expect(titleOf('')).toBe('file.txt')
  })
})
