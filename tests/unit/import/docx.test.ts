import { join } from 'node:path'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { extractDocx } from '#engine/import/extract/docx/index.ts'
import {
  agreement,
  documentsFolder,
  expectationOf,
  extractFixture,
  extractOne,
  nativeWords,
  othersDocuments,
  outcomeOf,
  outline,
  pandocReading,
  recall,
  summarise,
  wordsOf,
  zipOf,
} from '../../helpers/office.ts'

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document of a body and, if given, further parts: `styles`, `numbering`, `comments`. */
function word(body: string, parts: Record<string, string> = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`
  const related = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`
  const names = Object.keys(parts)
  return zipOf({
    '_rels/.rels': related(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document ${space} xmlns:r="${relationships}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': related(
      names.map((name) => relation(name, name, `${name}.xml`)).join(''),
    ),
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, `<w:${name} ${space}>${parts[name]}</w:${name}>`]),
    ),
  })
}
const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const styled = (style: string, text: string) => p(text, `<w:pStyle w:val="${style}"/>`)
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const read = (bytes: Uint8Array) => extractOne(extractDocx, 'text.docx', bytes)

describe('a Word document', () => {
  test.each(['harbour.docx', 'harbour-office.docx', 'review.docx'])(
    '%s is read as a person reads it',
    async (name) => {
      expect(summarise(await extractFixture(extractDocx, name))).toEqual(expectationOf(name))
    },
  )

  test('knows headings by name in any language, by what they are based on, and by outline level', async () => {
    const styles = [
      style('berschrift2', 'Überschrift 2'),
      style('Mine', 'My own', '<w:basedOn w:val="berschrift2"/>'),
      style('Level', 'Something', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('Zitat', 'Intense Quote'),
    ].join('')
    const body = [
      styled('berschrift2', 'a'),
      styled('Mine', 'b'),
      styled('Level', 'c'),
      p('d', '<w:outlineLvl w:val="0"/>'),
      styled('Heading4', 'e'),
      styled('Zitat', 'f'),
      styled('Mine', 'no heading '.repeat(60)),
    ].join('')
    const kinds = outline(await read(word(body, { styles }))).map((line) => line.slice(0, 12).trim())
    expect(kinds).toEqual([
      'heading 2: a',
      'heading 2: b',
      'heading 3: c',
      'heading 1: d',
      'heading 4: e',
      'quotation: f',
      'paragraph: n',
    ])
  })

  test('joins cells, flattens tables in tables, and lets layout tables be text', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const table = (...rows: string[][]) =>
      `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
    const body =
      table([p('a') + p('b'), p('c')], [table([p('d'), p('e')]), p('')]) +
      table([styled('Heading1', 'f')], [p('g')])
    expect(outline(await read(word(body)))).toEqual([
      'table-row: a b | c',
      'table-row: d e |',
      'heading 1: f',
      'paragraph: g',
    ])
  })

  test('shows the final text of tracked changes, a paragraph whose end was deleted included', async () => {
    const body = [
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
      '<w:p><w:ins w:id="3"><w:r><w:t>paragraph</w:t></w:r></w:ins><w:moveFrom w:id="4"><w:r><w:t>away</w:t></w:r></w:moveFrom></w:p>',
    ].join('')
    const document = await read(word(body))
    expect(outline(document)).toEqual(['paragraph: One paragraph'])
    expect(document.notes).toContainEqual({ what: 'tracked-changes', count: 4 })
  })

  test('leaves out hidden text, tables of contents and what fields are made of', async () => {
    const body = [
      styled('TOC1', 'Chapter one … 7'),
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown </w:t></w:r>',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://a.example/" \\l "x"</w:instrText></w:r>',
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>link</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ].join('')
    const document = await read(word(body))
    expect(document.blocks).toEqual([
      {
        kind: 'paragraph',
        level: 0,
        text: 'shown link',
        links: [{ start: 6, end: 10, href: 'https://a.example/#x' }],
      },
    ])
    expect(document.notes).toEqual([
      { what: 'contents', count: 1 },
      { what: 'hidden-text', count: 1 },
    ])
  })

  test('puts text boxes behind their paragraph, once', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const alternatives = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box('boxed')}</mc:Choice><mc:Fallback>${box('boxed')}</mc:Fallback></mc:AlternateContent>`
    const body = `<w:p><w:r><w:t>before </w:t></w:r><w:r>${alternatives}</w:r><w:r><w:t>after</w:t></w:r></w:p>`
    expect(outline(await read(word(body)))).toEqual(['paragraph: before after', 'paragraph: boxed'])
  })

  test('puts a comment on a mere point on the whole paragraph', async () => {
    const comments = `<w:comment w:id="7" w:author="Ida">${p('Really?')}</w:comment>`
    const body = `${p('first')}<w:p><w:r><w:t>second</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>`
    expect((await read(word(body, { comments }))).comments).toEqual([
      { block: 1, start: 0, endBlock: 1, end: 6, author: 'Ida', text: 'Really?' },
    ])
  })

  test('expands no entities and nests no deeper than people do', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    const bytes = zipOf({
      'word/document.xml': `${laughs}<w:document ${space}><w:body>${p('&b;&c;&amp;')}</w:body></w:document>`,
    })
    expect(outline(await read(bytes))).toEqual(['paragraph: &b;&c;&'])
    const deep = word('<w:sdt><w:sdtContent>'.repeat(50_000))
    await expect(read(deep)).rejects.toThrow('nested too deep')
  })

  test('says what is wrong with what it cannot read', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    const locked = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')])
    await expect(read(locked)).rejects.toThrow('This Word file is protected by a password.')
    await expect(read(new Uint8Array([...ole, 0, 0]))).rejects.toThrow(
      'This is a file of Word 97-2003 (.doc).',
    )
    await expect(read(word('<w:p/>').subarray(0, 300))).rejects.toThrow(
      'This Word file is damaged or incomplete',
    )
    await expect(read(zipOf({ 'a.txt': 'a' }))).rejects.toThrow('there is no document in it')
  })

  test('of other people ends with its text or a reason', async () => {
    const agreements: number[] = []
    for (const { path, bytes } of othersDocuments(['.docx', '.docm', '.dotx']).filter(
      ({ bytes }) => bytes.length < 300_000,
    )) {
      const outcome = await outcomeOf(extractDocx, path, bytes)
      if (typeof outcome === 'string') expect(outcome).toMatch(/^This /)
      const native = pandocReading(path)
      if (native !== null && typeof outcome !== 'string')
        agreements.push(agreement(outcome, nativeWords(native)))
    }
    const mean = agreements.reduce((sum, each) => sum + each, 0) / Math.max(1, agreements.length)
    expect(agreements.length === 0 ? 1 : mean).toBeGreaterThan(0.9)
  }, 60_000)

  test('loses no words that another reader finds', async () => {
    const shares: number[] = []
    const documents = othersDocuments(['.docx']).filter(({ bytes }) => bytes.length < 60_000)
    for (const { path, bytes } of documents) {
      const found = await outcomeOf(extractDocx, path, bytes)
      const other = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch(() => null)
      if (other !== null && typeof found !== 'string') shares.push(recall(found, wordsOf(other.value)))
    }
    const own = await extractFixture(extractDocx, 'harbour.docx')
    const text = own.blocks.map((block) => block.text).join(' ')
    const raw = await mammoth.extractRawText({ path: join(documentsFolder, 'harbour.docx') })
    shares.push(recall(wordsOf(text), wordsOf(raw.value)))
    expect(shares.reduce((sum, each) => sum + each, 0) / shares.length).toBeGreaterThan(0.98)
  }, 60_000)
})
