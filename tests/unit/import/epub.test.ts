import { describe, expect, test } from 'vitest'
import { extractEpub } from '#engine/import/extract/epub/index.ts'
import { findIsbn } from '#engine/import/extract/epub/metadata.ts'
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

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'

/** A book of chapters by file name, in this order. */
function book(
  chapters: Record<string, string>,
  metadata = '',
  more: Record<string, string> = {},
): Uint8Array {
  const names = Object.keys(chapters)
  const items = names.map(
    (name) => `<item id="${name}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  )
  const refs = names.map((name) => `<itemref idref="${name}"/>`)
  const ncx = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
  return zipOf({
    'META-INF/container.xml': container,
    'in/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items.join('')}${ncx}</manifest><spine toc="ncx">${refs.join('')}</spine></package>`,
    ...Object.fromEntries(names.map((name) => [`in/${name}`, `<html><body>${chapters[name]}</body></html>`])),
    ...more,
  })
}
const read = (bytes: Uint8Array) => extractOne(extractEpub, 'book.epub', bytes)

describe('an e-book', () => {
  test.each(['harbour.epub', 'harbour-office.epub'])('%s is read as a person reads it', async (name) => {
    expect(summarise(await extractFixture(extractEpub, name))).toEqual(expectationOf(name))
  })

  test('leads from chapter to chapter, and from a footnote back', async () => {
    const document = await read(
      book({
        'one two.xhtml':
          '<h1>One</h1><p>See <a href="3.xhtml#x">there</a><a epub:type="noteref" href="3.xhtml#n">1</a></p>',
        '3.xhtml':
          '<h1>Two</h1><a id="x"/><p>Here, <a href="one%20two.xhtml">back</a></p><aside epub:type="footnote" id="n"><p>[1] Note</p></aside>',
      }),
    )
    const links = summarise(document).blocks.flatMap((block) => block.links ?? [])
    expect(links.map(({ to }) => to)).toEqual([
      'Here, back',
      '[1] Note',
      'One',
      expect.stringMatching(/^See there/),
    ])
  })

  test('takes headings from the contents where a chapter has none', async () => {
    const ncx = (src: string, title: string) =>
      `<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/></navPoint>`
    const chapters = {
      'a.html': '<p>Words</p>',
      'b.html': '<p>II. The  Second</p><p>Words</p>',
      'c.html': '<h2>Own</h2>',
    }
    const map = ['a.html', 'b.html#top', 'c.html'].map((src, index) =>
      ncx(src, ['First', 'II: The Second', 'Third'][index] ?? ''),
    )
    const more = {
      'in/toc.ncx': `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${map.join('')}</navMap></ncx>`,
    }
    expect(outline(await read(book(chapters, '', more)))).toEqual([
      'heading 1: First',
      'paragraph: Words',
      'heading 1: II. The Second',
      'paragraph: Words',
      'heading 2: Own',
    ])
  })

  test('tells who did what, when and under which number', async () => {
    const metadata = [
      '<dc:title id="t">Levies</dc:title><dc:title id="s">A History</dc:title><meta refines="#s" property="title-type">subtitle</meta>',
      '<dc:creator opf:role="aut" opf:file-as="Solheim, Marit">Marit Solheim</dc:creator><dc:creator id="e">Ida Lie</dc:creator><meta refines="#e" property="role">edt</meta>',
      '<dc:contributor opf:role="trl">José Åkerblom</dc:contributor><dc:contributor opf:role="bkp">calibre</dc:contributor>',
      '<dc:date opf:event="modification">2025-01-01</dc:date><dc:date opf:event="publication">2019-05</dc:date><dc:language>nb_NO</dc:language>',
      '<dc:identifier opf:scheme="ISBN">978-0-306-40615-7</dc:identifier><dc:description>&lt;p&gt;On &lt;b&gt;quays&lt;/b&gt;.&lt;/p&gt;</dc:description>',
    ].join('')
    const document = await read(book({ 'a.html': '<p>a</p>' }, metadata))
    expect(document.title).toBe('Levies: A History')
    expect(document.metadata).toEqual({
      type: 'book',
      author: [{ family: 'Solheim', given: 'Marit' }],
      editor: [{ literal: 'Ida Lie' }],
      translator: [{ literal: 'José Åkerblom' }],
      issued: { 'date-parts': [[2019, 5]] },
      language: 'nb-NO',
      ISBN: '9780306406157',
      abstract: 'On quays.',
    })
  })

  test('believes an ISBN whose check digit is right', () => {
    expect(findIsbn('urn:isbn:9780306406157', false)).toBe('9780306406157')
    expect(findIsbn('0-306-40615-2', true)).toBe('0306406152')
    expect(findIsbn('0306406152', false)).toBeNull()
    expect(findIsbn('9780306406158', true)).toBeNull()
  })

  test('leaves out cover and contents, and says so', async () => {
    const document = await read(
      book({
        'c.html': '<section epub:type="cover"><p>Cover</p></section>',
        'a.html': '<p>Words <img src="x.png"/></p>',
      }),
    )
    expect(outline(document)).toEqual(['paragraph: Words'])
    expect(document.notes).toEqual([
      { what: 'epub-frame', count: 1 },
      { what: 'images', count: 1 },
    ])
  })

  test('says when it is locked, and bears scrambled fonts', async () => {
    const encrypted = (method: string) => ({
      'META-INF/encryption.xml': `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/></enc:EncryptedData></encryption>`,
    })
    const chapters = { 'a.html': '<p>Words</p>' }
    const locked = book(chapters, '', encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc'))
    await expect(read(locked)).rejects.toThrow('This e-book is protected against copying (DRM)')
    const scrambled = book(chapters, '', encrypted('http://www.idpf.org/2008/embedding'))
    expect(outline(await read(scrambled))).toEqual(['paragraph: Words'])
  })

  test('says what is wrong with what it cannot read', async () => {
    await expect(read(zipOf({ mimetype: 'application/epub+zip' }))).rejects.toThrow(
      'it does not say what is in it',
    )
    await expect(read(book({}))).rejects.toThrow('there are no chapters with text in it')
    await expect(read(book({ 'a.html': 'a' }).subarray(0, 200))).rejects.toThrow(
      'This e-book is damaged or incomplete',
    )
  })

  test('of other people ends with its text or a reason', async () => {
    const agreements: number[] = []
    for (const { path, bytes } of othersDocuments(['.epub'])) {
      const outcome = await outcomeOf(extractEpub, path, bytes)
      if (typeof outcome === 'string') expect(outcome).toMatch(/^This /)
      const native = pandocReading(path)
      if (native !== null && typeof outcome !== 'string')
        agreements.push(agreement(outcome, nativeWords(native)))
    }
    const mean = agreements.reduce((sum, each) => sum + each, 0) / Math.max(1, agreements.length)
    expect(agreements.length === 0 ? 1 : mean).toBeGreaterThan(0.9)
  }, 60_000)
})
