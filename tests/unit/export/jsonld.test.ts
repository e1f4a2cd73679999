import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from '#shared/ids.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { exportTo, importTexts } from './helpers.ts'

const urn = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/)
const time = z.iso.datetime()
const body = z.object({
  type: z.literal('TextualBody'),
  purpose: z.enum(['commenting', 'tagging', 'highlighting']),
  format: z.string().optional(),
  value: z.string(),
})
const quoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
})
const positionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0),
  end: z.int().min(0),
})
const passage = z.object({
  type: z.literal('SpecificResource'),
  source: urn,
  selector: z.tuple([quoteSelector, positionSelector]),
})
const marking = z.object({
  id: urn,
  type: z.literal('Annotation'),
  created: time,
  body: z.array(body),
  target: passage,
})
const linking = z.object({
  id: urn,
  type: z.literal('Annotation'),
  motivation: z.literal('linking'),
  body: z.array(body).min(1),
  target: z.tuple([z.object({ id: urn }), z.object({ id: urn })]),
})
const collection = z.object({
  '@context': z.array(z.unknown()),
  id: urn,
  type: z.literal('AnnotationCollection'),
  total: z.int(),
  first: z.object({ type: z.literal('AnnotationPage'), items: z.array(z.union([marking, linking])) }),
  documents: z.array(z.object({ id: urn, value: z.string(), csl: z.object({}) })),
  claims: z.array(z.object({ id: urn, type: z.literal('schema:Claim'), status: z.string() })),
  notes: z.array(z.object({ id: urn, value: z.string() })),
})

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

async function exported(): Promise<z.infer<typeof collection>> {
  const path = join(notebook.folder, 'out.jsonld')
  await exportTo(notebook.engine, 'jsonld', path)
  return collection.parse(JSON.parse(await readFile(path, 'utf8')))
}

function markings({ first }: z.infer<typeof collection>): z.infer<typeof marking>[] {
  return first.items.filter((item) => !Array.isArray(item.target)) as z.infer<typeof marking>[]
}

describe('W3C annotations', () => {
  it('count positions in code points, and quote what stands there', async () => {
    const text = `A headline 😀 of it\n${'😀𝒳'.repeat(20)} the 🛳 ferry ran aground 😀😀 on Sunday, ${'𝒳'.repeat(40)} they said.\n`
    const [sourceId = ''] = await importTexts(notebook, [['a.txt', text]])
    for (const quote of ['the 🛳 ferry ran aground', 'on Sunday', 'A headline']) {
      await notebook.call('annotations.createFromQuote', { sourceId, quote })
    }
    const data = await exported()
    const [document] = data.documents
    const points = [...(document?.value ?? '')]
    const found = markings(data).map(({ target }) => {
      const [quote, { start, end }] = target.selector
      expect(points.slice(start, end).join('')).toBe(quote.exact)
      expect(points.slice(0, start).join('').endsWith(quote.prefix)).toBe(true)
      expect(points.slice(end).join('').startsWith(quote.suffix)).toBe(true)
      expect(quote.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true)
      expect(target.source).toBe(document?.id)
      return quote.exact
    })
    expect(found).toEqual(['A headline', 'the 🛳 ferry ran aground', 'on Sunday'])
  })

  it('carry colour, tags and comment as bodies', async () => {
    const [sourceId = ''] = await importTexts(notebook, [
      ['a.txt', 'A headline\nThe ferry ran aground on Sunday.\n'],
    ])
    await notebook.call('annotations.createFromQuote', {
      sourceId,
      quote: 'ran aground',
      colour: 'blue',
      tags: ['sea', 'two words'],
      commentMarkdown: 'Is it **true**?',
    })
    const [annotation] = markings(await exported())
    expect(annotation?.body).toEqual([
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Is it **true**?' },
      { type: 'TextualBody', purpose: 'tagging', value: 'sea' },
      { type: 'TextualBody', purpose: 'tagging', value: 'two words' },
      { type: 'TextualBody', purpose: 'highlighting', value: 'blue' },
    ])
  })

  it('carry links as linking annotations, from and to in order', async () => {
    const [sourceId = ''] = await importTexts(notebook, [
      ['a.txt', 'A headline\nThe ferry ran aground on Sunday.\n'],
    ])
    const from = await notebook.call('annotations.createFromQuote', { sourceId, quote: 'ran aground' })
    const claim = await notebook.call('claims.create', { statement: 'It ran aground.', status: 'supported' })
    await notebook.call('links.create', {
      from: { kind: 'annotation', id: from.id },
      to: { kind: 'claim', id: claim.id },
      relation: 'Supports',
      rationale: 'It says so.',
    })
    await notebook.call('notes.create', { title: 'N', markdown: '# Heading' })
    const data = await exported()
    expect(data['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
    expect(data.total).toBe(data.first.items.length)
    const [link] = data.first.items.filter((item) => Array.isArray(item.target))
    expect(link?.target).toMatchObject([{ id: `urn:uuid:${from.id}` }, { id: `urn:uuid:${claim.id}` }])
    expect(link?.body.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['tagging', 'supports'],
      ['commenting', 'It says so.'],
    ])
    expect(data.claims).toMatchObject([{ id: `urn:uuid:${claim.id}`, status: 'supported' }])
    expect(data.notes).toMatchObject([{ value: '# Heading' }])
  })

  it('are a whole document for an empty notebook', async () => {
    const data = await exported()
    expect(data).toMatchObject({ total: 0, documents: [], claims: [], notes: [] })
  })
})

describe('the file', () => {
  it('is written in pieces that come to the same as one', async () => {
    const path = join(notebook.folder, 'out.jsonld')
    await exportTo(notebook.engine, 'jsonld', path)
    const empty = await readFile(path, 'utf8')
    expect(empty).toBe(`${JSON.stringify(JSON.parse(empty), null, 2)}\n`)
    const [sourceId = ''] = await importTexts(notebook, [
      ['a.txt', 'A headline\nThe “ferry” \\ ran } aground 😀.\nOn Sunday.\n'],
      ['b.txt', `Another headline\n${'A long text. '.repeat(20_000)}\n`],
    ])
    await notebook.call('annotations.createFromQuote', { sourceId, quote: 'ran } aground' })
    await notebook.call('claims.create', { statement: 'It ran aground.' })
    const full = join(notebook.folder, 'full.jsonld')
    const report = await exportTo(notebook.engine, 'jsonld', full)
    const text = await readFile(full, 'utf8')
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    expect(collection.parse(JSON.parse(text))).toMatchObject({ total: 1, documents: [{}, {}], claims: [{}] })
    expect(report).toMatchObject({ files: 1, bytes: Buffer.byteLength(text) })
    const bundle = await notebook.call('export.bundle', { jobId: newId(), format: 'jsonld' })
    expect(Buffer.from(bundle.bytes).toString()).toBe(text)
  })
})
