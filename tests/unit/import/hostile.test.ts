import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ImportLine } from '#shared/model.ts'
import {
  docx,
  docxParagraph,
  encrypted,
  epub,
  laughs,
  lyingSize,
  nested,
  odt,
  oneLine,
  outside,
  overlapping,
  pdf,
  pdfStream,
  utf8,
} from '../../helpers/hostile.ts'
import { good, importFolder } from '../../helpers/hostile-import.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

// The machine may be busy with other things; how long one file may take is the import's own affair.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 })

const documents = join(import.meta.dirname, '../../fixtures/documents')

let notebook: TestNotebook
let folder: string
beforeEach(async () => {
  notebook = await testNotebook()
  folder = join(notebook.folder, 'files')
  mkdirSync(folder)
})
afterEach(() => notebook.close())

type Expected = 'imported' | RegExp

/**
 * Imports files together, a good one before, between and behind them, while other calls are answered, and holds what
 * becomes of each to what is expected. A text given instead of an outcome is what has to be stored.
 */
async function importAll(
  files: Record<string, [bytes: Uint8Array, expected: Expected]>,
): Promise<ImportLine[]> {
  const names = Object.keys(files)
  for (const [index, [name, [bytes]]] of Object.entries(files).entries()) {
    const order = String(index).padStart(3, '0')
    writeFileSync(join(folder, `${order} ${name}`), bytes)
    writeFileSync(join(folder, `${order}~good.txt`), Buffer.concat([good, utf8(`It was number ${order}.\n`)]))
  }
  const lines = await importFolder(notebook, folder)
  names.forEach((name, index) => {
    const order = String(index).padStart(3, '0')
    const about = lines.filter(({ path }) => path.includes(`${order} ${name}`))
    const expected = files[name]?.[1]
    const found = about.map(({ outcome, reason }) => reason ?? outcome)
    expect(about, name).toHaveLength(1)
    if (expected === 'imported') expect(found, name).toEqual(['imported'])
    else expect(found[0], name).toMatch(expected ?? /never/)
    expect(about[0]?.outcome, name).toBe(expected === 'imported' ? 'imported' : 'failed')
    expect(lines.find(({ path }) => path.endsWith(`${order}~good.txt`))?.outcome).toBe('imported')
  })
  return lines
}

/** Every address that is stored, wherever it leads. */
async function storedLinks(lines: readonly ImportLine[]): Promise<string[]> {
  const links: string[] = []
  for (const { sourceId } of lines) {
    if (sourceId === undefined) continue
    const { blocks } = await notebook.call('sources.get', { id: sourceId })
    links.push(...blocks.flatMap((block) => block.links.map(({ href }) => href)))
  }
  return links
}

async function storedText(lines: readonly ImportLine[], name: string): Promise<string> {
  const id = lines.find(({ path }) => path.endsWith(name))?.sourceId ?? ''
  return (await notebook.call('sources.get', { id })).text
}

const page = (body: string) => utf8(`<html><head><title>A page</title></head><body>${body}</body></html>`)
const traps = [
  '<script>document.title = "ran"</script><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">plain</a><a href=" jAvA&#10;sCrIpT&colon;alert(1)">twisted</a>',
  '<a href="&#x6A&#x61vascript:alert(1)">entities</a><a href="java\tscript:alert(1)">tab</a>',
  '<a href="vbscript:x">x</a><a href="data:text/html;base64,PHNjcmlwdD4=">data</a><a href="file:///etc/passwd">file</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>svg</text></a><script>alert(1)</script></svg>',
  '<svg><use href="data:image/svg+xml;base64,PHN2Zz4="/><foreignObject><body onload=alert(1)>in</body></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)"><mi>x</mi></math><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">press</button></form>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="javascript:alert(1)"></object>',
]

test('what a document tries to run is text at most, and links lead to the web or within it', async () => {
  const links =
    '[bad](javascript:alert(1)) [worse](JaVaScRiPt&#58;x) [data](data:text/html,x) [kept](https://kept.example/)'
  const field = '{\\field{\\*\\fldinst{HYPERLINK "javascript:alert(1)"}}{\\fldrslt{bad}}}'
  const lines = await importAll({
    'traps.html': [
      page(
        `<base href="javascript:x//"><p>Before. <a href="https://kept.example/">kept</a></p>${traps.join('\n')}`,
      ),
      'imported',
    ],
    'traps.md': [utf8(`Before. ${links}\n\n${traps.join('\n\n')}\n`), 'imported'],
    'traps.epub': [
      epub(`<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Before.</p>${traps.join('')}</body></html>`),
      'imported',
    ],
    'traps.rtf': [utf8(`{\\rtf1 Before. ${field}}`), 'imported'],
    'traps.eml': [
      utf8(
        `From: a@b.example\nSubject: Traps\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Before.</p>${traps.join('\n')}`,
      ),
      'imported',
    ],
    'traps.odt': [
      odt(
        '<text:p>Before. <text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:alert(1)">bad</text:a></text:p>',
      ),
      'imported',
    ],
  })
  const found = await storedLinks(lines)
  expect(found).toContain('https://kept.example/')
  for (const href of found) expect(href).toMatch(/^(?:https?:\/\/|mailto:|#\d+$)/)
  for (const kind of ['html', 'md', 'epub', 'rtf', 'eml', 'odt']) {
    expect(await storedText(lines, `traps.${kind}`)).toContain('Before.')
  }
})

test('nesting, width and length without end', async () => {
  const cells = (row: string, cell: string) => row.replace('*', cell.repeat(100)).repeat(1_000)
  await importAll({
    'deep.html': [page(`${'<div>'.repeat(100_000)}<p>Deep words.</p>`), 'imported'],
    'deep lists.html': [page(`${'<ul><li>'.repeat(50_000)}<p>Deep words.</p>`), 'imported'],
    'deep.md': [utf8(`${'>'.repeat(2_000)} Deep words.\n\nAfter.`), 'imported'],
    'deeper.md': [utf8(`${'>'.repeat(100_000)} Deep words.\n\nAfter.`), 'imported'],
    'deep list.md': [
      utf8(Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(2 * depth)}- words`).join('\n')),
      'imported',
    ],
    'brackets.md': [utf8(`Words ${'[a]('.repeat(50_000)}`), 'imported'],
    'emphasis.md': [utf8('*a_ '.repeat(50_000)), 'imported'],
    'deep.docx': [
      docx(`${'<w:sdt><w:sdtContent>'.repeat(100_000)}${docxParagraph('Words')}`),
      /nested too deep/,
    ],
    'deep.epub': [epub(`<html><body>${'<div>'.repeat(100_000)}<p>Deep words.</p></body></html>`), 'imported'],
    'deep.rtf': [utf8(`{\\rtf1 Words. ${'{'.repeat(500_000)}deep`), 'imported'],
    'deep.bib': [
      utf8(`@article{x, title={${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}}`),
      /None of the 1 entries/,
    ],
    'deep.json': [utf8('['.repeat(1_000_000)), /^[\p{Lu}].+/u],
    'deep.eml': [
      utf8(
        `From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${Array.from({ length: 2_000 }, (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n\n`).join('')}--b2000\n\nWords.\n`,
      ),
      /more parts inside each other/,
    ],
    'cells.html': [page(`<table>${cells('<tr>*</tr>', '<td>x</td>')}</table>`), 'imported'],
    'cells.txt': [utf8(cells('*\n', 'a\t')), 'imported'],
    'cells.md': [utf8(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${cells('|*\n', 'b|')}`), 'imported'],
    'cells.docx': [
      docx(`<w:tbl>${cells('<w:tr>*</w:tr>', `<w:tc>${docxParagraph('x')}</w:tc>`)}</w:tbl>`),
      'imported',
    ],
    'cells.odt': [
      odt(
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
      ),
      'imported',
    ],
    'cells.rtf': [utf8(`{\\rtf1 ${cells('\\trowd *\\row ', '\\intbl x\\cell ')}}`), 'imported'],
    'paragraph.md': [
      utf8('The ferry *ran* aground at [noon](http://x.example).\n'.repeat(14_000)),
      'imported',
    ],
  })
})

test('XML that laughs or looks around is read as it stands, and what is packed too well is not opened', async () => {
  const zeros = new Uint8Array(120_000_000)
  const bomb = zipSync({ 'zeros.txt': zeros }, { level: 9 })
  const body = `<p>Before.</p>${'<p>word</p>'.repeat(3_000_000)}`
  const lines = await importAll({
    'laughs.docx': [docx(docxParagraph('Words &a9; after.'), laughs), 'imported'],
    'laughs.odt': [odt('<text:p>Words &a9; after.</text:p>', laughs), 'imported'],
    'laughs.epub': [epub(`${laughs}<html><body><p>Words &a9; after.</p></body></html>`), 'imported'],
    'outside.docx': [docx(docxParagraph('Words &secret; after.'), outside), 'imported'],
    'outside.odt': [odt('<text:p>Words &secret; after.</text:p>', outside), 'imported'],
    'outside.epub': [epub(`${outside}<html><body><p>Words &secret; after.</p></body></html>`), 'imported'],
    'bomb.docx': [docx(docxParagraph('word '.repeat(6_000_000))), /unpacks to more/],
    'bomb.odt': [odt(`<text:p>${'word '.repeat(6_000_000)}</text:p>`), /unpacks to more/],
    'bomb.epub': [epub(`<html><body>${body}</body></html>`), /unpacks to more|more than/],
    'bomb.zip': [bomb, /unpacks to more than 200 times its size/],
    'bombs.zip': [nested(2, 'bomb.txt', bomb), /^[\p{Lu}].+/u],
    'liar.zip': [lyingSize(bomb, 1_000), /not what it was|cannot be unpacked/],
    'liar too.zip': [lyingSize(zipSync({ 'a.txt': good }), 1_000), /not what it was/],
    'matryoshka.zip': [nested(9, 'inside.txt', good), /inside 3 others/],
    'locked.zip': [encrypted(zipSync({ 'locked.txt': good })), /protected by a password/],
    'out.zip': [
      zipSync({ '../../../../tmp/out of the archive.txt': utf8('Words out of the archive.\n') }),
      'imported',
    ],
    'cut.zip': [zipSync({ 'cut.txt': good }).subarray(0, 90), /^[\p{Lu}].+/u],
  })
  for (const kind of ['docx', 'odt', 'epub']) {
    expect(await storedText(lines, `laughs.${kind}`)).not.toContain('haha')
    expect(await storedText(lines, `outside.${kind}`)).not.toContain('root:')
  }
})

test('entries of an archive that overlap are each read or refused', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `${index}.txt`)
  writeFileSync(
    join(folder, 'kernel.zip'),
    overlapping(zipSync(Object.fromEntries(names.map((name) => [name, good])))),
  )
  writeFileSync(join(folder, 'good.txt'), Buffer.concat([good, utf8('More words.\n')]))
  const lines = await importFolder(notebook, folder)
  expect(lines).toHaveLength(201)
  expect(lines.find(({ path }) => path.endsWith('good.txt'))?.outcome).toBe('imported')
})

/** A PDF whose second object is this tree of pages. */
const pages = (tree: string, ...others: string[]) =>
  pdf(['<< /Type /Catalog /Pages 2 0 R >>', tree, ...others])
const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const pageWith = (resources: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << ${resources} >> >>`
const font = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'

test('documents that were cut off, spoilt or tied into knots', async () => {
  const cut = (name: string, share: number) => {
    const whole = readFileSync(join(documents, name))
    return new Uint8Array(whole.subarray(0, Math.floor(whole.length * share)))
  }
  const spoilt = (name: string) => {
    const whole = new Uint8Array(readFileSync(join(documents, name)))
    for (let at = 700; at < whole.length; at += 97) whole[at] = (whole[at] ?? 0) ^ 0x55
    return whole
  }
  await importAll({
    'cut.docx': [cut('harbour.docx', 0.6), /damaged or incomplete/],
    'cut.odt': [cut('harbour.odt', 0.6), /damaged or incomplete/],
    'cut.epub': [cut('harbour.epub', 0.6), /damaged or incomplete/],
    'head.pdf': [cut('harbour.pdf', 0.02), /^[\p{Lu}].+/u],
    'spoilt.docx': [spoilt('harbour.docx'), /damaged or incomplete/],
    'spoilt.epub': [spoilt('harbour.epub'), /damaged or incomplete/],
    'spoilt.pdf': [spoilt('harbour.pdf'), /^[\p{Lu}].+/u],
    'loop.pdf': [pages('<< /Type /Pages /Kids [2 0 R] /Count 1 >>'), /^[\p{Lu}].+/u],
    'endless.pdf': [
      pages('<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', pageWith('')),
      /^[\p{Lu}].+/u,
    ],
    'forms.pdf': [
      pages(
        onePage,
        pageWith('/XObject << /X 5 0 R >>'),
        pdfStream('/X Do'),
        pdfStream(
          '/X Do /X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
        ),
      ),
      /^[\p{Lu}].+/u,
    ],
    'picture.pdf': [
      pages(
        onePage,
        pageWith('/XObject << /X 5 0 R >>'),
        pdfStream('/X Do'),
        pdfStream(
          'x',
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      ),
      /^[\p{Lu}].+/u,
    ],
    'crowded.pdf': [
      pages(onePage, pageWith(font), pdfStream(`BT /F 9 Tf ${'1 0 Td (Words) Tj '.repeat(20_000)} ET`)),
      'imported',
    ],
    'nothing.pdf': [utf8('%PDF-1.7\n'), /^[\p{Lu}].+/u],
    'random.docx': [utf8('PK\u0003\u0004 and nothing more'), /^[\p{Lu}].+/u],
    'control.txt': [new Uint8Array(5_000).map((_, index) => (index * 37) % 256), /^[\p{Lu}].+/u],
  })
})

test('files of tens of megabytes on one line are read, or refused with a reason', async () => {
  const headers = 'From: a@b.example\nSubject: long\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n\n'
  await importAll({
    'line.txt': [oneLine(20_000_000), 'imported'],
    'line.md': [oneLine(20_000_000, '# Long: '), 'imported'],
    'line.html': [oneLine(20_000_000, '<html><body><p>'), 'imported'],
    'line.eml': [oneLine(20_000_000, headers), 'imported'],
    'line.rtf': [oneLine(50_000_000, '{\\rtf1 ', '}'), /too long to be read at once/],
    'line.bib': [oneLine(50_000_000, '@article{x, title={', '}}'), /too long to be read at once/],
  })
})
