import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { exportTo, importTexts, readTree } from './helpers.ts'

const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

it('images stand in the vault as files, each once, and pages lead to them', async () => {
  const { hash } = await notebook.call('images.add', { mediaType: 'image/png', bytes: pixel })
  const [sourceId = ''] = await importTexts(notebook, [['a.txt', 'A source about ships.']])
  const markdown = `see ![the | *map*](crossread://image/${hash}.png) and ![](crossread://image/${'0'.repeat(64)}.gif)`
  const { content } = await notebook.call('notes.create', { title: 'With a map', markdown })
  const { id } = await notebook.call('annotations.create', { sourceId, start: 0, end: 8 })
  await notebook.call('annotations.update', { id, comment: content })

  const path = join(notebook.folder, 'vault')
  const { files, bytes } = await exportTo(notebook.engine, 'markdown', path)
  const tree = await readTree(path)
  const file = `Attachments/${hash.slice(0, 16)}.png`
  expect([...tree.keys()].filter((name) => name.startsWith('Attachments/'))).toEqual([file])
  expect(new Uint8Array(await readFile(join(path, file)))).toEqual(pixel)
  expect(tree.get('Notes/With a map.md')).toContain(`see ![the ¦ \\*map\\*](../${file})`)
  const source = [...tree].find(([name]) => name.startsWith('Sources/'))?.[1]
  expect(source).toContain(`](../${file})`)
  expect(files).toBe(tree.size)
  expect(bytes).toBeGreaterThan(pixel.length)
})
