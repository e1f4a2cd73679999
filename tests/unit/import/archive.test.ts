import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openArchive } from '#engine/import/extract/archive.ts'

const harmless = zipSync({ 'a.xml': strToU8('<a/>'), 'folder/b.txt': [strToU8('stored'), { level: 0 }] })

describe('an archive', () => {
  test('gives its entries by name, packed or stored', async () => {
    const archive = await openArchive(harmless)
    expect(archive.names).toEqual(['a.xml', 'folder/b.txt'])
    expect(await archive.text('a.xml')).toBe('<a/>')
    expect(await archive.text('folder/b.txt')).toBe('stored')
  })

  test('reads XML in the encoding it is in', async () => {
    const declared = '<?xml version="1.0" encoding="windows-1251"?><a>'
    const cyrillic = new Uint8Array([...strToU8(declared), 0xcc, 0xe8, 0xf0])
    const wide = new Uint8Array(Buffer.from('\ufeff<a>Мир</a>', 'utf16le'))
    const archive = await openArchive(zipSync({ 'a.xml': cyrillic, 'b.xml': wide }))
    expect(await archive.text('a.xml')).toBe(`${declared}Мир`)
    expect(await archive.text('b.xml')).toBe('<a>Мир</a>')
  })

  test('leaves out names that lead elsewhere', async () => {
    const archive = await openArchive(
      zipSync({
        '../../etc/passwd': strToU8('x'),
        '/root': strToU8('x'),
        'a\u0000b': strToU8('x'),
        'fine.txt': strToU8('x'),
      }),
    )
    expect(archive.names).toEqual(['fine.txt'])
    expect(archive.unsafe).toBe(3)
  })

  test('bears what was appended behind it', async () => {
    const archive = await openArchive(new Uint8Array([...harmless, 13, 10, 13, 10]))
    expect(archive.names).toHaveLength(2)
  })

  test('stops unpacking at the limit, whatever the directory says', async () => {
    const bomb = zipSync({ 'bomb.xml': new Uint8Array(20_000_000) }, { level: 1 })
    await expect((await openArchive(bomb)).read('bomb.xml')).rejects.toThrow(/unpacks to more/)
    const lying = declareSize(bomb, 10)
    await expect((await openArchive(lying)).read('bomb.xml')).rejects.toThrow(/unpacks to more/)
  })

  test('counts all that it unpacks against one limit', async () => {
    const bytes = zipSync({ a: new Uint8Array(600), b: new Uint8Array(600) })
    const archive = await openArchive(bytes, { total: 1_000 })
    expect(await archive.read('a')).toHaveLength(600)
    await expect(archive.read('b')).rejects.toThrow(/unpacks to more/)
  })

  test('refuses more entries than anybody needs', async () => {
    await expect(openArchive(harmless, { entries: 1 })).rejects.toThrow(/more than 1 files/)
  })

  test('says what is wrong with a broken one', async () => {
    const cases = [
      new Uint8Array(0),
      strToU8('no zip at all'),
      harmless.subarray(0, 60),
      harmless.subarray(20),
    ]
    for (const bytes of cases) {
      const opened = openArchive(bytes, { what: 'Word file' }).then((archive) => archive.read('a.xml'))
      await expect(opened).rejects.toMatchObject({
        code: 'file_unreadable',
        message: expect.stringContaining('This Word file is damaged or incomplete'),
      })
    }
    await expect((await openArchive(harmless)).read('c')).rejects.toThrow(/“c” is missing/)
  })

  test('names the password that stands before it', async () => {
    const archive = await openArchive(setFlag(harmless, 1), { what: 'e-book' })
    expect(archive.entries.every(({ encrypted }) => encrypted)).toBe(true)
    await expect(archive.read('a.xml')).rejects.toThrow('This e-book is protected by a password.')
  })

  test('ends in time over the archives of others', async () => {
    const folder = process.env.CROSSREAD_FIXTURES ?? join(import.meta.dirname, '../../../../shared/fixtures')
    for (const kind of ['tika-documents/zip', 'hostile-archives']
      .map((name) => join(folder, name))
      .filter(existsSync)) {
      for (const name of readdirSync(kind).filter((file) => file.endsWith('.zip'))) {
        const outcome = await readAll(new Uint8Array(readFileSync(join(kind, name))))
        expect(outcome, name).toMatch(/^(?:\d+ read|This archive )/)
      }
    }
  })
})

async function readAll(bytes: Uint8Array): Promise<string> {
  try {
    const archive = await openArchive(bytes)
    for (const name of archive.names) await archive.read(name)
    return `${archive.names.length} read`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Writes another unpacked size into every entry of the directory. */
function declareSize(zip: Uint8Array, size: number): Uint8Array {
  return changeDirectory(zip, (view, at) => view.setUint32(at + 24, size, true))
}

function setFlag(zip: Uint8Array, flag: number): Uint8Array {
  return changeDirectory(zip, (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | flag, true))
}

function changeDirectory(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const changed = zip.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) change(view, at)
  return changed
}
