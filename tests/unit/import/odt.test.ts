import { describe, expect, test } from 'vitest'
import { extractOdt } from '#engine/import/extract/odt/index.ts'
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
  zipOf,
} from '../../helpers/office.ts'

const spaces = ['office', 'text', 'table', 'style', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  )
  .join(' ')
const content = (body: string, styles = '') =>
  `<office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const odt = (body: string, styles = '') => zipOf({ 'content.xml': content(body, styles) })
const p = (text: string, style = '') => `<text:p text:style-name="${style}">${text}</text:p>`
const read = (bytes: Uint8Array) => extractOne(extractOdt, 'text.odt', bytes)

describe('an OpenDocument text', () => {
  test.each(['harbour.odt', 'harbour-office.odt', 'review.odt'])(
    '%s is read as a person reads it',
    async (name) => {
      expect(summarise(await extractFixture(extractOdt, name))).toEqual(expectationOf(name))
    },
  )

  test('knows kinds by the styles that automatic ones are based on', async () => {
    const styles =
      '<style:style style:name="P1" style:parent-style-name="Quotations"/><style:style style:name="P2" style:parent-style-name="Heading_20_3"/>'
    const body = [
      p('a', 'P1'),
      p('b', 'P2'),
      p('c', 'Title'),
      p('d', 'Preformatted_20_Text'),
      p('e', 'Illustration'),
      '<text:h text:outline-level="9">f</text:h>',
    ].join('')
    expect(outline(await read(odt(body, styles)))).toEqual([
      'quotation: a',
      'heading 3: b',
      'heading 1: c',
      'code: d',
      'caption: e',
      'heading 6: f',
    ])
  })

  test('keeps lists nested, with one bullet an item', async () => {
    const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`
    const list = (...items: string[]) => `<text:list>${items.map(item).join('')}</text:list>`
    const body = list(p('a') + p('more of a') + list(p('b') + list(p('c'))), p('d'))
    expect(outline(await read(odt(body)))).toEqual([
      'list-item 1: a',
      'paragraph: more of a',
      'list-item 2: b',
      'list-item 3: c',
      'list-item 1: d',
    ])
  })

  test('counts a cell that another covers from above, not one covered from the left', async () => {
    const cell = (text: string, more = '') => `<table:table-cell ${more}>${p(text)}</table:table-cell>`
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    const covered = '<table:covered-table-cell/>'
    const body = `<table:table><table:table-header-rows>${row(cell('a', 'table:number-columns-spanned="2"'), covered, cell('b'))}</table:table-header-rows>${row(covered, cell('c'), cell('d<text:line-break/>e'))}</table:table>`
    expect(outline(await read(odt(body)))).toEqual(['table-row: a | b', 'table-row: | c | d e'])
  })

  test('reads spaces, tabs, frames and hidden text as they show', async () => {
    const body = [
      p('one<text:s text:c="3"/>two<text:tab/>three\n   four<text:hidden-text>no</text:hidden-text>'),
      p('<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>outside'),
      p('<draw:frame><draw:image/></draw:frame>'),
    ].join('')
    const document = await read(odt(body))
    expect(outline(document)).toEqual([
      'paragraph: one two three four',
      'paragraph: outside',
      'paragraph: boxed',
    ])
    expect(document.notes).toEqual([
      { what: 'hidden-text', count: 1 },
      { what: 'images', count: 1 },
    ])
  })

  test('is also read from one file, by whatever prefixes', async () => {
    const flat = `\ufeff<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><p>Hello &#x2014; &bomb;</p></o:text></o:body></o:document>`
    expect(outline(await read(new TextEncoder().encode(flat)))).toEqual(['paragraph: Hello — &bomb;'])
  })

  test('says what is wrong with what it cannot read', async () => {
    const locked = zipOf({
      'content.xml': 'garbled',
      'META-INF/manifest.xml': `<manifest:manifest ${spaces}><manifest:encryption-data/></manifest:manifest>`,
    })
    await expect(read(locked)).rejects.toThrow('This OpenDocument text is protected by a password.')
    const sheet = zipOf({
      'content.xml': `<office:document-content ${spaces}><office:body><office:spreadsheet/></office:body></office:document-content>`,
    })
    await expect(read(sheet)).rejects.toThrow('holds a spreadsheet, not a text')
    await expect(read(odt('').subarray(0, 100))).rejects.toThrow('damaged or incomplete')
    await expect(read(zipOf({ 'content.xml': 'no xml' }))).rejects.toThrow('damaged or incomplete')
  })

  test('of other people ends with its text or a reason', async () => {
    const agreements: number[] = []
    for (const { path, bytes } of othersDocuments(['.odt', '.ott', '.fodt'])) {
      const outcome = await outcomeOf(extractOdt, path, bytes)
      if (typeof outcome === 'string') expect(outcome).toMatch(/^This /)
      const native = pandocReading(path)
      if (native !== null && typeof outcome !== 'string')
        agreements.push(agreement(outcome, nativeWords(native)))
    }
    const mean = agreements.reduce((sum, each) => sum + each, 0) / Math.max(1, agreements.length)
    expect(agreements.length === 0 ? 1 : mean).toBeGreaterThan(0.9)
  }, 30_000)
})
