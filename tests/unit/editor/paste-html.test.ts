import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { htmlToBlocks } from '#renderer/editor/paste/html.ts'
import { looksLikeMarkdown } from '#renderer/editor/paste/markdown.ts'
import { disarmed } from '#renderer/editor/paste/parse.ts'
import type { RichText, RichTextNode } from '#shared/model.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'

function blocks(html: string): RichTextNode[] {
  const { document } = parseHTML(disarmed(`<!doctype html><html><body>${html}</body></html>`))
  return htmlToBlocks(document as unknown as Document, 'image')
}

/** What a paste becomes, as Markdown: every block and format shows in it. */
function pasted(html: string): string {
  const root = { type: 'root', version: 1, format: '', indent: 0, direction: null, children: blocks(html) }
  return richTextToMarkdown({ root } as unknown as RichText)
}

describe('a paste from the web', () => {
  it.each([
    [
      'headings and paragraphs',
      '<h1>One</h1><p>a <b>b</b> c</p><h5>Deep</h5>',
      '# One\n\na **b** c\n\n### Deep',
    ],
    ['words alone', 'only <em>some</em> words', 'only *some* words'],
    [
      'lists in lists, however they are nested',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li><ul><li>d</li></ul></ul><p>x</p><ol start="3"><li><p>three</p></li><li>four</li></ol>',
      '- a\n    - b\n- c\n    - d\n\nx\n\n3. three\n4. four',
    ],
    [
      'a list to tick off',
      '<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox">to do</li></ul>',
      '- [x] done\n- [ ] to do',
    ],
    [
      'links to the web and to mail, and no others',
      '<p><a href="https://example.org/a">web</a> <a href="mailto:a@example.org">mail</a> <a href="javascript:alert(1)">script</a> <a href="file:///etc/passwd">file</a> <a href="#top">top</a></p>',
      '[web](https://example.org/a) [mail](mailto:a@example.org) script file top',
    ],
    [
      'quotations of several paragraphs',
      '<blockquote><p>one</p><p>two <i>it</i></p></blockquote>',
      '> one\n> two *it*',
    ],
    [
      'tables, with spans laid out',
      '<table><thead><tr><th>who</th><th colspan="2">what</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>b</td><td><p>c</p><p>d</p></td></tr><tr><td>e</td><td>f | g</td></tr></tbody></table>',
      '| who | what |  |\n| --- | --- | --- |\n| a | b | c d |\n|  | e | f \\| g |',
    ],
    ['code', '<pre>let a\n  b</pre><p>and <code>c</code></p>', '```\nlet a\n  b\n```\n\nand `c`'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
    [
      'looks that stand in styles',
      '<span style="font-weight:700">bold</span> <span style="font-style: italic">slanted</span> <b style="font-weight:normal">not bold</b>',
      '**bold** *slanted* not bold',
    ],
    ['line breaks', '<p>one<br>two<br></p>', 'one\ntwo'],
    ['folded spaces', '<p>\n  a&nbsp; \n b\u00a0: c </p>', 'a b\u00a0: c'],
    [
      'an image from elsewhere as a link to it',
      '<p><img src="https://example.org/p.png" alt="A chart"></p><img src="file:///c:/x.png"><img src="http://example.org/q.gif">',
      '[A chart](https://example.org/p.png)\n\n[image](http://example.org/q.gif)',
    ],
  ])('keeps %s', (_what, html, markdown) => {
    expect(pasted(html)).toBe(markdown)
  })

  it.each([
    [
      'scripts and styles',
      '<style>p{color:red}</style><script>alert(1)</script><p onclick="x()" style="color:red">kept</p>',
    ],
    [
      'controls',
      '<p>kept</p><button>Share</button><select><option>a</option></select><textarea>t</textarea>',
    ],
    ['what is hidden', '<p>kept</p><p style="display:none">tracking</p><p hidden>more</p>'],
    [
      'frames and drawings',
      '<p>kept</p><iframe src="https://example.org"></iframe><svg><text>drawn</text></svg>',
    ],
    ['comments', '<!--StartFragment--><p>kept<!-- not this --></p><!--EndFragment-->'],
    [
      'tables that only put things in their place',
      '<table><tr><td><table><tr><td>kept</td></tr></table></td></tr></table>',
    ],
  ])('leaves out %s', (_what, html) => {
    expect(pasted(html)).toBe('kept')
  })

  it('has nothing in its nodes but what the editor knows', () => {
    const json = JSON.stringify(
      blocks('<p style="color:red" class="x" id="y">a <font face="Comic">b</font></p>'),
    )
    expect(json).not.toMatch(/color|Comic|class|"id"/)
  })

  it('hands over the bytes of images that came along', () => {
    const [block] = blocks('<p>see <img src="data:image/png;base64,AAAA" alt="the  map"></p>')
    expect(block).toMatchObject({
      type: 'paragraph',
      children: [
        { text: 'see ' },
        { type: 'crossread-image', alt: 'the map', data: 'data:image/png;base64,AAAA' },
      ],
    })
  })

  it('reads what is nested beyond all reason without failing', () => {
    const html = `${'<div>'.repeat(5_000)}x${'</div>'.repeat(5_000)}${'<ul><li>'.repeat(2_000)}`
    expect(() => blocks(html)).not.toThrow()
  })
})

describe('HTML before it is parsed', () => {
  it('has no style, handler or sheet left that a browser would heed', () => {
    const html = `<style>p{}</style><p style="a" onclick='b > c' title="style=x">1 < 2 style=d</p><br/onload=e><script>f</script><meta http-equiv=g>`
    expect(disarmed(html)).toBe(
      `<p data-pasted-style="a" data-onclick='b > c' title="style=x">1 < 2 style=d</p><br/data-onload=e>`,
    )
  })
})

describe('a paste from Word', () => {
  const item = (level: number, mark: string, words: string, place = 'Middle') =>
    `<p class=MsoListParagraphCxSp${place} style='margin-left:${level * 0.5}in;text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`

  it('turns its lists into lists', () => {
    const html = [
      '<p class=MsoNormal><b>Bold</b> words<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>',
      item(1, '·', 'one', 'First'),
      item(2, 'o', 'inner'),
      item(1, '·', 'two', 'Last'),
      '<p class=MsoNormal>between</p>',
      item(1, '1.', 'first <i>numbered</i>', 'First'),
      item(1, '2.', 'second', 'Last'),
    ].join('\n\n')
    expect(pasted(html)).toBe(
      '**Bold** words\n\n- one\n    - inner\n- two\n\nbetween\n\n1. first *numbered*\n2. second',
    )
  })

  it('keeps titles, headings, tables and spaced words, and none of its markup', () => {
    const html = `<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""} --></style>
<p class=MsoTitle>The title</p><h2><b>A <span style='mso-spacerun:yes'>\u00a0</span>heading</b></h2>
<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal><b>a</b><o:p></o:p></p></td><td><p class=MsoNormal>b</p></td></tr></table>
<p class=MsoNormal>Struck <s>out</s> <a href="https://example.org/">link</a><a name="_ftnref1" href="#_ftn1"><span style='mso-special-character:footnote'>[1]</span></a></p>`
    expect(pasted(html)).toBe(
      '# The title\n\n## A heading\n\n| **a** | b |\n| --- | --- |\n\nStruck ~~out~~ [link](https://example.org/)[1]',
    )
  })
})

describe('plain text that is pasted', () => {
  it.each([
    '# Heading\n\ntext',
    'see [this](https://example.org)',
    '- one\n- two',
    '```\ncode\n```',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'it is **very** clear',
    '- [ ] to do',
  ])('is Markdown: %j', (text) => expect(looksLikeMarkdown(text)).toBe(true))

  it.each([
    'A plain sentence.',
    'Call me #1 or 2 * 3 * 4',
    '- a dash begins this line\nand that is all',
    'snake_case and __init__',
    'a\n\nb',
    '1. January was cold.',
    'He said > she',
  ])('is not: %j', (text) => expect(looksLikeMarkdown(text)).toBe(false))
})
