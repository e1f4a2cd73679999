import { describe, expect, test } from 'vitest'
import { extractRtf } from '#engine/import/extract/rtf/index.ts'
import {
  agreement,
  expectationOf,
  extractFixture,
  extractOne,
  nativeWords,
  othersDocuments,
  outcomeOf,
  outline,
  pandocReading,
  summarise,
} from '../../helpers/office.ts'

const bytesOf = (rtf: string) => new Uint8Array(Buffer.from(rtf, 'latin1'))
const read = (rtf: string) => extractOne(extractRtf, 'text.rtf', bytesOf(rtf))

describe('an RTF document', () => {
  test.each(['harbour.rtf', 'harbour-office.rtf', 'review.rtf'])(
    '%s is read as a person reads it',
    async (name) => {
      expect(summarise(await extractFixture(extractRtf, name))).toEqual(expectationOf(name))
    },
  )

  test('reads bytes in the code page of their font, two together where it has pairs', async () => {
    const fonts =
      '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset2 Symbol;}}'
    const rtf = `{\\rtf1\\ansi\\ansicpg1250\\deff0${fonts}{\\f0 na\\'efve} {\\f1 \\'cc\\'e8\\'f0} {\\f2 \\'93\\'fa\\'96\\'7b\\'96\\{} {\\f3 \\'b7}{\\f9 \\'9e\\'e1ba}\\par}`
    expect(outline(await read(rtf))).toEqual(['paragraph: naïve Мир 日本本 žába'])
  })

  test('reads Unicode and skips what stands there for older readers', async () => {
    const rtf =
      "{\\rtf1\\ansi \\u8212\\'97 \\u8364?5 \\uc2\\u960ab\\uc0\\u8805 \\uc1\\u-10179?\\u-8670? {\\upr{ascii}{\\*\\ud{\\uc0\\u1103 }}}\\par}"
    expect(outline(await read(rtf))).toEqual(['paragraph: — €5 π≥😢 я'])
  })

  test('leaves out hidden and deleted text, pictures, headers and what it does not know', async () => {
    const picture = `{\\pict\\pngblip ${'0123456789abcdef\n'.repeat(100)}}`
    const rtf = `{\\rtf1{\\header head}{\\*\\unheardof secret}a {\\v hidden}${picture}{\\deleted gone}{\\revised new}\\bin4 }}}}b\\par}`
    const document = await read(rtf)
    expect(outline(document)).toEqual(['paragraph: a newb'])
    expect(document.notes).toEqual([
      { what: 'hidden-text', count: 1 },
      { what: 'images', count: 1 },
      { what: 'tracked-changes', count: 2 },
    ])
  })

  test('knows headings, lists and quotations by style, number and outline', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1 heading 2;}{\\s2\\sbasedon1 Mine;}{\\s3 Quote;}{\\s4 toc 1;}}'
    const rtf = [
      `{\\rtf1${styles}\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\s3 c\\par\\pard\\outlinelevel0 d\\par`,
      '\\pard\\s4 contents\\par{\\listtext\\bullet\\tab}\\pard\\ls1\\ilvl1 e\\par\\pard f\\par}',
    ].join('')
    expect(outline(await read(rtf))).toEqual([
      'heading 2: a',
      'heading 2: b',
      'quotation: c',
      'heading 1: d',
      'list-item 2: e',
      'paragraph: f',
    ])
  })

  test('joins cells of rows, tables in tables too', async () => {
    const rtf =
      '{\\rtf1\\trowd\\intbl a\\par b\\cell\\intbl c{\\itap2 d\\nestcell e\\nestcell}\\cell\\row\\trowd\\intbl f\\cell\\cell\\row\\pard after\\par}'
    expect(outline(await read(rtf))).toEqual(['table-row: a b | cd e', 'table-row: f |', 'paragraph: after'])
  })

  test('keeps links, names, footnotes and endnotes', async () => {
    const link = '{\\field{\\*\\fldinst{HYPERLINK "https://a.example/"}}{\\fldrslt there}}'
    const rtf = `{\\rtf1 go ${link}{\\footnote\\ftnalt\\chftn  last}{\\footnote\\chftn  first\\par second}\\par}`
    expect(summarise(await read(rtf)).blocks).toEqual([
      {
        kind: 'paragraph',
        level: 0,
        text: 'go there[e1][1]',
        links: [
          { text: 'there', to: 'https://a.example/' },
          { text: '[e1]', to: '[e1] last' },
          { text: '[1]', to: '[1] first' },
        ],
      },
      { kind: 'footnote', level: 0, text: '[e1] last', links: [{ text: '[e1]', to: 'go there[e1]' }] },
      { kind: 'footnote', level: 0, text: '[1] first', links: [{ text: '[1]', to: 'go there[e1]' }] },
      { kind: 'footnote', level: 0, text: 'second' },
    ])
  })

  test('bears what is cut off, nested without end or lying about its length', async () => {
    const cases = [
      '{\\rtf1 a',
      `{\\rtf1 a${'{'.repeat(100_000)}`,
      '{\\rtf1 a\\bin999999999 b',
      "{\\rtf1 a\\'z}}}}}",
    ]
    for (const rtf of cases)
      expect(outline(await read(rtf))).toContain(rtf.includes("'z") ? 'paragraph: az' : 'paragraph: a')
    for (const group of ['{\\*\\annotation a', '{\\shptxt a', '{\\field{\\fldrslt a']) {
      expect((await read(`{\\rtf1 b${group.repeat(2_000)}`)).blocks.length).toBeGreaterThan(0)
    }
    await expect(read('plain text')).rejects.toThrow('This is not an RTF document')
  })

  test('of other people ends with its text or a reason', async () => {
    const agreements: number[] = []
    for (const { path, bytes } of othersDocuments(['.rtf'])) {
      const outcome = await outcomeOf(extractRtf, path, bytes)
      if (typeof outcome === 'string') expect(outcome).toMatch(/^This /)
      const native = pandocReading(path)
      if (native !== null && typeof outcome !== 'string')
        agreements.push(agreement(outcome, nativeWords(native)))
    }
    const mean = agreements.reduce((sum, each) => sum + each, 0) / Math.max(1, agreements.length)
    expect(agreements.length === 0 ? 1 : mean).toBeGreaterThan(0.9)
  }, 30_000)
})
