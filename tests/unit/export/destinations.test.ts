import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportLosses, exportNotebook, sinkAt } from '#engine/export/index.ts'
import { newId } from '#shared/ids.ts'
import { exportFormats } from '#shared/model.ts'
import words from '#shared/strings/en/export.json' with { type: 'json' }
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { emptyFolder, exportTo, importTexts, readTree } from './helpers.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
  await importTexts(notebook, [
    ['a.txt', 'A headline\nA paragraph that follows it, long enough to be one.\n'],
  ])
})
afterEach(() => notebook.close())

/** What an export that went wrong may have left behind. */
async function leftovers(): Promise<string[]> {
  return (await readdir(notebook.folder)).filter((name) => name.endsWith('.part'))
}

describe('where an export goes', () => {
  it('is a new folder or an empty one', async () => {
    const made = await exportTo(notebook.engine, 'markdown', join(notebook.folder, 'new'))
    expect(made.files).toBe(2)
    const empty = await emptyFolder(notebook, 'empty')
    await exportTo(notebook.engine, 'markdown', empty)
    const tree = await readTree(empty)
    expect([...tree.keys()].sort()).toEqual(['Index.md', 'Sources/A headline.md'])
    const sizes = [...tree.values()].map((text) => Buffer.byteLength(text))
    expect(made.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  })

  it('is over a file when the person said so, and over a folder never', async () => {
    const path = join(notebook.folder, 'asked.jsonld')
    await writeFile(path, 'old')
    const overwrite = (format: 'jsonld' | 'markdown', target: string) => {
      const handle = notebook.engine.grant({ path: target, purpose: 'export', mayReplace: true })
      return notebook.engine.call('export.run', { jobId: newId(), format, handle })
    }
    await overwrite('jsonld', path)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ type: 'AnnotationCollection' })
    const folder = await emptyFolder(notebook, 'kept')
    await writeFile(join(folder, 'mine.md'), 'mine')
    await expect(overwrite('markdown', folder)).rejects.toMatchObject({ code: 'file_exists' })
    expect(await leftovers()).toEqual([])
  })

  it('is never over something that is there', async () => {
    const folder = await emptyFolder(notebook, 'full')
    await writeFile(join(folder, 'mine.md'), 'mine')
    const file = await notebook.file('mine.jsonld', 'mine')
    const zip = await notebook.file('mine.zip', 'mine')
    const refusal = { code: 'file_exists' }
    await expect(exportTo(notebook.engine, 'markdown', folder)).rejects.toMatchObject(refusal)
    await expect(exportTo(notebook.engine, 'markdown', file)).rejects.toMatchObject(refusal)
    await expect(exportTo(notebook.engine, 'markdown', zip)).rejects.toMatchObject(refusal)
    await expect(exportTo(notebook.engine, 'jsonld', file)).rejects.toMatchObject(refusal)
    expect(await readdir(folder)).toEqual(['mine.md'])
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(await readFile(zip, 'utf8')).toBe('mine')
    expect(await leftovers()).toEqual([])
  })

  it('holds nothing when the export is cancelled half way', async () => {
    const path = join(notebook.folder, 'half')
    const controller = new AbortController()
    const sink = sinkAt('markdown', path)
    const { call } = notebook
    const progress = () => controller.abort()
    const { signal } = controller
    await expect(exportNotebook({ call, format: 'markdown', sink, progress, signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(await leftovers()).toEqual([])
    expect(await readdir(notebook.folder)).not.toContain('half')
  })

  it('can be a zip, on disk and for a browser, with the same files', async () => {
    const path = join(notebook.folder, 'vault.zip')
    await exportTo(notebook.engine, 'markdown', path)
    const bundle = await notebook.call('export.bundle', { jobId: newId(), format: 'markdown' })
    expect(bundle).toMatchObject({ mediaType: 'application/zip' })
    expect(bundle.fileName).toMatch(/\.zip$/)
    const onDisk = unzipSync(await readFile(path))
    const inMemory = unzipSync(bundle.bytes)
    expect(Object.keys(inMemory).sort()).toEqual(['Index.md', 'Sources/A headline.md'])
    expect(strFromU8(inMemory['Index.md'] ?? new Uint8Array())).toContain('A headline')
    expect(onDisk).toEqual(inMemory)
  })

  it('may have a name as long as can be', async () => {
    const name = `${'n'.repeat(248)}.jsonld`
    await exportTo(notebook.engine, 'jsonld', join(notebook.folder, name))
    expect(await readdir(notebook.folder)).toContain(name)
  })

  it.each([
    ['a name that is too long', `new/${'n'.repeat(300)}.jsonld`, 'jsonld', 'too long'],
    ['a name that is too long', `new/one/${'n'.repeat(300)}`, 'markdown', 'too long'],
    ['a folder with such a name', `new/${'n'.repeat(300)}/x.jsonld`, 'jsonld', 'too long'],
    ['a file as a folder', 'mine.txt/x.jsonld', 'jsonld', 'not a folder'],
    ['a file as a folder', 'mine.txt/one/x.jsonld', 'jsonld', 'not a folder'],
    ['a file as a folder', 'mine.txt/vault', 'markdown', 'not a folder'],
    ['a file as a folder', 'mine.txt/vault.zip', 'markdown', 'not a folder'],
  ] as const)('says what is wrong with %s, and leaves no trace: %s', async (_, name, format, reason) => {
    await notebook.file('mine.txt', 'mine')
    const exporting = exportTo(notebook.engine, format, join(notebook.folder, name))
    await expect(exporting).rejects.toMatchObject({
      code: 'file_unreadable',
      message: expect.stringContaining(reason),
    })
    expect(await leftovers()).toEqual([])
    expect(await readdir(notebook.folder)).not.toContain('new')
  })

  it('keeps no folder that was made for an export that failed', async () => {
    const sink = sinkAt('markdown', join(notebook.folder, 'new', 'one', 'vault'))
    await sink.write('Index.md', 'text')
    expect(await readdir(join(notebook.folder, 'new'))).toEqual(['one'])
    await sink.discard()
    expect(await readdir(notebook.folder)).not.toContain('new')
  })

  it('says in words what each format cannot carry', () => {
    for (const format of exportFormats) {
      for (const key of exportLosses(format)) expect(words).toHaveProperty([key])
    }
  })
})
