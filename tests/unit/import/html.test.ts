import { describe, expect, test } from 'vitest'
import { htmlToBlocks } from '#engine/import/extract/html/blocks.ts'
import { decodeHtml } from '#engine/import/extract/html/decode.ts'

const texts = (html: string) => htmlToBlocks(html).blocks.map(({ text }) => text)
const kinds = (html: string) =>
  htmlToBlocks(html).blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`)

describe('blocks of HTML', () => {
  test.each([
    ['<p>One<p>two', ['One', 'two']],
    ['a <b> bold </b> word', ['a bold word']],
    ['<p>One line<br>and its rest</p>', ['One line and its rest']],
    ['<p>One<br><br>two</p>', ['One', 'two']],
    [
      '<p>The quay is old<br>The boats are few<br>The levy is new</p>',
      ['The quay is old\nThe boats are few\nThe levy is new'],
    ],
    ['<div>loose<div>inner</div>again</div>', ['loose', 'inner', 'again']],
    ['10<sup>6</sup> m<sup>2</sup> of H<sub>2</sub>O, the 1<sup>st</sup>', ['10⁶ m² of H₂O, the 1st']],
    ['He said <q>no</q>.', ['He said “no”.']],
    ['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>', ['漢字']],
    ['<p>Sun <img class="emoji" alt="☀️"> <img alt="A photograph of a quay"> up</p>', ['Sun ☀️ up']],
    ['<p>E: <math alttext="E=mc^2"><mi>E</mi></math></p>', ['E: E=mc^2']],
    ['<svg><text>drawn</text><p>out of it</p>', ['out of it']],
    ['<template>no</template><noscript>no</noscript><p hidden>no<p style="display: none">no<p>yes', ['yes']],
    [
      '<div><template shadowrootmode="open"><p>kept by the browser</p></template></div>',
      ['kept by the browser'],
    ],
    ['<p>a</b></i></span> b</p></div></td> c', ['a b', 'c']],
    ['<table><tr><td>one<td>two<tr><td>three<td>four</table>', ['one | two', 'three | four']],
    ['', []],
  ])('%s', (html, expected) => {
    expect(texts(html)).toEqual(expected)
  })

  test('kinds: lists in lists, definitions, quotations of several paragraphs, captions, code', () => {
    const html = `<h2>H</h2><ul><li>one<ol><li><p>two</p><p>more of two</p></li></ol></li></ul><dl><dt>T<dd>D</dl>
      <blockquote><p>q1<p>q2</blockquote><figure><img src=x alt=y><figcaption>cap</figcaption></figure><pre><code>if x:
    y</code></pre><div role="heading" aria-level="4">role</div>`
    expect(kinds(html)).toEqual([
      'heading 2 H',
      'list-item 1 one',
      'list-item 2 two',
      'paragraph 0 more of two',
      'list-item 1 T',
      'list-item 2 D',
      'quotation 0 q1',
      'quotation 0 q2',
      'caption 0 cap',
      'code 0 if x:',
      'code 0     y',
      'heading 4 role',
    ])
  })

  test('a table for layout is read as the texts it puts side by side', () => {
    const html = `<table><tr><td><table><tr><td>Menu</table><td><h1>Headline</h1><p>Text</table>`
    expect(kinds(html)).toEqual(['paragraph 0 Menu', 'heading 1 Headline', 'paragraph 0 Text'])
  })

  test('cells that span columns or rows keep the others in their columns', () => {
    const html =
      '<table><tr><th>Place<th colspan=2>Boats<tr><td rowspan=2>Nordvik<td>1<td>2<tr><td>3<td>4</table>'
    expect(texts(html)).toEqual(['Place | Boats', 'Nordvik | 1 | 2', ' | 3 | 4'])
  })

  test('links are absolute or lead to an anchor of the page; programs and data are no addresses', () => {
    const html = `<p>See <a href="../x?a=1">the rules</a>, <a href="#notes">notes</a>, <a href="https://a.example/b/page#notes">the same</a>,
      <a href="java&#10;script:alert(1)">bad</a>, <a href="data:text/html,x">data</a>, <a href="mailto:a@b.example">mail</a></p><h2 id="notes">Notes</h2>`
    const { blocks, notes } = htmlToBlocks(html, { baseUrl: 'https://a.example/b/page' })
    const found = blocks[0]?.links?.map(({ start, end, href }) => [blocks[0]?.text.slice(start, end), href])
    expect(found).toEqual([
      ['the rules', 'https://a.example/x?a=1'],
      ['notes', '#notes'],
      ['the same', '#notes'],
      ['mail', 'mailto:a@b.example'],
    ])
    expect(blocks[1]?.anchor).toBe('notes')
    expect(notes).toEqual([{ what: 'html-links-dropped', count: 2 }])
  })

  test('links in cells stand where their words stand in the row', () => {
    const { blocks } = htmlToBlocks(
      '<table><tr><th>a<th>b<tr><td>c<td><p>d <a href="https://x.example/">e</a></table>',
    )
    expect(blocks[1]).toEqual({
      kind: 'table-row',
      level: 0,
      text: 'c | d e',
      links: [{ start: 6, end: 7, href: 'https://x.example/' }],
    })
  })

  test('prose in a <pre> is joined, and parted at blank lines', () => {
    const line =
      'The council voted on Thursday to charge every vessel that comes in\nand its critics call it a tax on neighbours who have nowhere else\nto go when the wind turns and the sound is full of drifting ice'
    expect(texts(`<pre>${line}\n\n${line}</pre>`)).toEqual(Array(2).fill(line.replaceAll('\n', ' ')))
  })
})

describe('decoding', () => {
  const page = (charset: string, bytes: number[]) =>
    new Uint8Array([
      ...Buffer.from(`<html><head><meta charset=${charset}></head><p>Gr`),
      ...bytes,
      ...Buffer.from('e aus Bad T&ouml;lz'),
    ])
  test.each([
    ['windows-1252', [0xfc, 0xdf]],
    ['utf-8', [0xc3, 0xbc, 0xc3, 0x9f]],
    ['iso-8859-1', [0xfc, 0xdf]],
    // The page is wrong about itself.
    ['utf-8', [0xfc, 0xdf]],
  ])('%s', (charset, bytes) => {
    expect(texts(decodeHtml(page(charset, bytes)).html)).toEqual(['Grüße aus Bad Tölz'])
  })
})
