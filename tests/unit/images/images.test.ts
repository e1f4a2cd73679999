import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#shared/ids.ts'
import type { RichText } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

/** The smallest PNG there is: one transparent pixel. */
const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const gif = new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))

const mentioning = (hash: string): RichText => ({
  root: {
    type: 'root',
    version: 1,
    children: [{ type: 'crossread-image', version: 1, hash, alt: '' }],
  } as unknown as RichText['root'],
})

describe('images of a notebook', () => {
  test('are kept by their hash, each once, and come back byte for byte', async () => {
    const { hash } = await notebook.call('images.add', { mediaType: 'image/png', bytes: pixel })
    expect(hash).toBe(createHash('sha256').update(pixel).digest('hex'))
    expect((await notebook.call('images.add', { mediaType: 'image/png', bytes: pixel })).hash).toBe(hash)
    await notebook.reopen()
    const image = await notebook.call('images.get', { hash })
    expect(image.mediaType).toBe('image/png')
    expect([...image.bytes]).toEqual([...pixel])
    expect((await notebook.call('history.state', {})).undo).toBeNull()
  })

  test.each([
    ['text under the name of an image', 'image/png', new TextEncoder().encode('<svg onload="x()"/>')],
    ['an image under the name of another kind', 'image/jpeg', pixel],
    ['nothing', 'image/webp', new Uint8Array()],
    ['more than 20 MB', 'image/gif', Buffer.concat([gif, new Uint8Array(20 * 1024 * 1024)])],
  ] as const)('refuse %s', async (_what, mediaType, bytes) => {
    await expect(notebook.call('images.add', { mediaType, bytes })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  test('a hash that is not here is not found', async () => {
    await expect(notebook.call('images.get', { hash: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('check names one whose bytes were changed', async () => {
    const { hash } = await notebook.call('images.add', { mediaType: 'image/png', bytes: pixel })
    expect((await notebook.call('notebook.check', {})).ok).toBe(true)
    await notebook.engine.close()
    const file = new Database(notebook.notebookPath)
    file.prepare('UPDATE image SET bytes = ?').run(gif)
    file.close()
    await notebook.reopen()
    const report = await notebook.call('notebook.check', {})
    expect(report.problems).toEqual([
      { kind: 'image', message: `the image ${hash.slice(0, 12)}… is damaged` },
    ])
  })

  test('repair drops those that no text and no undo can bring back', async () => {
    const kept = await notebook.call('images.add', { mediaType: 'image/png', bytes: pixel })
    const unused = await notebook.call('images.add', { mediaType: 'image/gif', bytes: gif })
    const note = await notebook.call('notes.create', {
      title: `Note ${newId()}`,
      content: mentioning(kept.hash),
    })
    await notebook.call('notes.delete', { id: note.id })
    await notebook.call('notebook.repair', {})
    expect((await notebook.call('images.get', { hash: kept.hash })).bytes.length).toBe(pixel.length)
    await expect(notebook.call('images.get', { hash: unused.hash })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
