import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documents } from '../../helpers/documents.ts'
import { testNotebook } from '../../helpers/notebook.ts'

const names = ['harbour.pdf', 'harbour.docx', 'harbour-page.html', 'letter.eml', 'koi8.eml']

test('an original is written as it came, byte for byte, and over nothing that nobody agreed to lose', async () => {
  const { engine, folder, importPaths, close } = await testNotebook()
  await importPaths(names.map((name) => join(documents, name)))
  const sources = await engine.call('sources.list', {})
  expect(sources.map(({ fileName }) => fileName).toSorted()).toEqual(names.toSorted())
  for (const { id, fileName } of sources) {
    const bytes = readFileSync(join(documents, fileName))
    const path = join(folder, `saved-${fileName}`)
    const saved = await engine.call('sources.saveOriginal', {
      id,
      handle: engine.grant({ path, purpose: 'export' }),
    })
    expect(saved).toEqual({ bytes: bytes.length })
    expect(readFileSync(path).equals(bytes), fileName).toBe(true)

    writeFileSync(path, 'mine')
    const again = engine.grant({ path, purpose: 'export' })
    await expect(engine.call('sources.saveOriginal', { id, handle: again })).rejects.toMatchObject({
      code: 'file_exists',
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    const agreed = engine.grant({ path, purpose: 'export', mayReplace: true })
    await engine.call('sources.saveOriginal', { id, handle: agreed })
    expect(readFileSync(path).equals(bytes), fileName).toBe(true)
  }
  await close()
}, 60_000)

test('a handle that was given for something else saves nothing', async () => {
  const { engine, folder, importPaths, close } = await testNotebook()
  await importPaths([join(documents, 'letter.eml')])
  const [source] = await engine.call('sources.list', {})
  const handle = engine.grant({ path: join(folder, 'x.pdf'), purpose: 'import' })
  await expect(engine.call('sources.saveOriginal', { id: source?.id ?? '', handle })).rejects.toThrow()
  await close()
}, 60_000)

test('the open notebook is not written over, whatever was agreed to', async () => {
  const { engine, notebookPath, importPaths, close } = await testNotebook()
  await importPaths([join(documents, 'letter.eml')])
  const [source] = await engine.call('sources.list', {})
  const before = readFileSync(notebookPath).subarray(0, 16)
  const handle = engine.grant({ path: notebookPath, purpose: 'export', mayReplace: true })
  const refused = { code: 'file_exists' }
  await expect(engine.call('sources.saveOriginal', { id: source?.id ?? '', handle })).rejects.toMatchObject(
    refused,
  )
  const jobId = 'export-over-it'
  await expect(engine.call('export.run', { jobId, format: 'jsonld', handle })).rejects.toMatchObject(refused)
  expect(readFileSync(notebookPath).subarray(0, 16).equals(before)).toBe(true)
  await close()
}, 60_000)
