import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/ids.ts'
import type { ExportFormat } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { article } from './helpers.ts'

const tail = ['Related stories', 'Fishermen return to the old pier', '© 2025 The Brannock Courier 😀']

let notebook: TestNotebook
let sourceId: string
beforeEach(async () => {
  notebook = await testNotebook()
  const text = ['What becomes of the market', ...article, ...tail].join('\n\n')
  const { lines } = await notebook.importPaths([await notebook.file('market.txt', text)])
  sourceId = lines[0]?.sourceId ?? ''
})
afterEach(() => notebook.close())

async function passage(words: string): Promise<{ sourceId: string; start: number; end: number }> {
  const { text } = await notebook.call('sources.get', { id: sourceId })
  const start = text.indexOf(words)
  return { sourceId, start, end: start + words.length }
}

async function exported(format: ExportFormat, file: RegExp): Promise<string> {
  const path = join(notebook.folder, `out-${newId()}${format === 'jsonld' ? '.jsonld' : ''}`)
  const handle = notebook.engine.grant({ path, purpose: 'export' })
  await notebook.call('export.run', { jobId: newId(), format, handle })
  if (format === 'jsonld') return readFile(path, 'utf8')
  const { readdir } = await import('node:fs/promises')
  const names = (await readdir(join(path, 'Sources'))).filter((name) => file.test(name))
  return readFile(join(path, 'Sources', names[0] ?? ''), 'utf8')
}

describe('a flag', () => {
  it('is raised by import, stands in the report, and counts while it is open', async () => {
    const [flag] = await notebook.call('flags.list', { sourceId })
    expect(flag).toMatchObject({ kind: 'unrelated-tail', state: 'open', otherSourceId: null })
    expect((await notebook.call('sources.get', { id: sourceId })).flags).toBe(1)
    await notebook.call('flags.set', { ids: [flag?.id ?? ''], state: 'dismissed' })
    expect((await notebook.call('sources.get', { id: sourceId })).flags).toBe(0)
    expect((await notebook.call('history.state', {})).undo?.label).toBe('flags.set')
    await notebook.call('history.undo', {})
    expect(await notebook.call('flags.list', { sourceId })).toMatchObject([{ state: 'open' }])
  })

  it('about a whole source has no passage to take out', async () => {
    await notebook.importPaths([await notebook.file('copy.txt', [...article, ...article].join('\n\n'))])
    await notebook.importPaths([
      await notebook.file('copy2.txt', `\n${[...article, ...article].join('\n\n')}`),
    ])
    const copy = (await notebook.call('flags.list', {})).find(({ kind }) => kind === 'near-duplicate')
    await expect(
      notebook.call('flags.set', { ids: [copy?.id ?? ''], state: 'excluded' }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(notebook.call('flags.set', { ids: [newId()], state: 'open' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a passage taken out by hand', () => {
  it('is a flag of its own, and one with those it overlaps', async () => {
    const first = await notebook.call('flags.exclude', await passage('Nobody at the meeting'))
    expect(first).toMatchObject({ kind: 'by-hand', state: 'excluded' })
    const second = await notebook.call('flags.exclude', await passage('the meeting spoke against the plan'))
    const flags = await notebook.call('flags.list', { sourceId })
    const byHand = flags.filter(({ kind }) => kind === 'by-hand')
    expect(byHand).toEqual([second])
    expect(second).toMatchObject(await passage('Nobody at the meeting spoke against the plan'))
    await notebook.call('history.undo', {})
    expect(
      (await notebook.call('flags.list', { sourceId })).filter(({ kind }) => kind === 'by-hand'),
    ).toEqual([first])
  })

  it('leaves nothing behind when it is put back', async () => {
    const { id } = await notebook.call('flags.exclude', await passage('Nobody'))
    await notebook.call('flags.set', { ids: [id], state: 'open' })
    expect(
      (await notebook.call('flags.list', { sourceId })).filter(({ kind }) => kind === 'by-hand'),
    ).toEqual([])
  })

  it('is within the text', async () => {
    for (const range of [
      { start: 5, end: 5 },
      { start: 0, end: 1_000_000 },
    ]) {
      await expect(notebook.call('flags.exclude', { sourceId, ...range })).rejects.toMatchObject({
        code: 'invalid_input',
      })
    }
  })
})

describe('what was taken out', () => {
  beforeEach(async () => {
    const flags = await notebook.call('flags.list', { sourceId })
    await notebook.call('flags.set', { ids: flags.map(({ id }) => id), state: 'excluded' })
    await notebook.call('flags.exclude', await passage('although two members asked who would pay'))
    await notebook.call('annotations.create', await passage('for the new roof'))
    await notebook.call('annotations.create', await passage('return to the old pier'))
  })

  it('is in no Markdown, but for what the researcher marked in it', async () => {
    const page = await exported('markdown', /market/i)
    expect(page).toContain('Nobody at the meeting spoke against the plan, for the new roof and when.')
    expect(page).not.toContain('Related stories')
    expect(page).not.toContain('Courier')
    expect(page).toContain('> return to the old pier')
    expect(page).toContain('taken out of the text')
  })

  it('is blank in JSON-LD, so that positions hold', async () => {
    const file = JSON.parse(await exported('jsonld', /./)) as {
      documents: { value: string }[]
      first: {
        items: { target: { selector: { exact?: string; prefix?: string; start?: number; end?: number }[] } }[]
      }
    }
    const value = [...(file.documents[0]?.value ?? '')]
    expect(value.join('')).not.toMatch(/Courier|Fishermen|although two members/)
    const [quote, place] = file.first.items[0]?.target.selector ?? []
    expect(value.slice(place?.start, place?.end).join('')).toBe(quote?.exact)
    expect(quote?.exact).toBe('for the new roof')
    expect(quote?.prefix?.trim()).toBe('')
    const inside = file.first.items[1]?.target.selector[0]
    expect(inside?.exact).toBe('return to the old pier')
    expect(inside?.prefix).not.toContain('Fishermen')
  })
})
