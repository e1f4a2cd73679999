import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptArchives } from '#engine/import/archive-bytes.ts'
import { type ArchiveLimits, listArchive } from '#engine/import/archives.ts'
import { displayPath } from '#engine/import/display-path.ts'
import { type ImportFile, type ImportItem, listFiles } from '#engine/import/read.ts'
import { documents, sharedFixtures } from '../../helpers/documents.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const running = () => new AbortController().signal

/** Every file of an import as `path below the folder: its text`, or the reason why there is none. */
async function listed(items: ImportItem[], below = folder): Promise<string[]> {
  const lines: string[] = []
  for await (const file of listFiles(items, running())) lines.push(await line(file, below))
  return lines
}

async function line(file: ImportFile, below: string): Promise<string> {
  const path = file.path.replace(`${below}/`, '')
  try {
    if (file.failure !== undefined) throw file.failure
    const bytes = await file.read()
    expect(bytes.length).toBe(await file.size())
    return `${path}: ${new TextDecoder().decode(bytes)}`
  } catch (error) {
    return `${path}! ${error instanceof Error ? error.message : ''}`
  }
}

const zip = (name: string, files: Zippable): ImportItem => {
  const path = join(folder, name)
  writeFileSync(path, zipSync(files))
  return { kind: 'path', path }
}
const bytes = (name: string, content: Uint8Array): ImportItem => ({ kind: 'bytes', name, bytes: content })

/** A zip of empty files whose names are these bytes, without a word of their encoding: fflate would say UTF-8. */
function zipWithNames(names: Uint8Array[]): Uint8Array {
  const headers = (signature: string, length: number, nameLengthAt: number) =>
    names.map((name) => {
      const header = Buffer.alloc(length)
      header.write(signature, 'latin1')
      header.writeUInt16LE(name.length, nameLengthAt)
      return Buffer.concat([header, name])
    })
  const local = headers('PK\u0003\u0004', 30, 26)
  const directory = headers('PK\u0001\u0002', 46, 28)
  let offset = 0
  directory.forEach((header, index) => {
    header.writeUInt32LE(offset, 42)
    offset += local[index]?.length ?? 0
  })
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...directory, end])
}

test('the files of a zip, and of a zip inside it, are read one by one', async () => {
  const archive = join(documents, 'harbour.zip')
  const lines = await listed([{ kind: 'path', path: archive }], documents)
  expect(lines.map((each) => each.slice(0, each.search(/[:!] /)))).toEqual([
    'harbour.zip › harbour.md',
    'harbour.zip › letters/short note.txt',
    'harbour.zip › older/older.zip › Ærø.txt',
    'harbour.zip › older/page.html',
  ])
  expect(lines[1]).toBe('harbour.zip › letters/short note.txt: The levy is too high, writes one reader.\n')
  expect(lines[2]).toBe('harbour.zip › older/older.zip › Ærø.txt: A ferry ran here once.\n')
})

test('a zip that was handed over is read as one on the disk is', async () => {
  const content = zipSync({ 'a.txt': strToU8('one'), 'b/c.txt': strToU8('two') })
  expect(await listed([bytes('from a browser.ZIP', content)])).toEqual([
    'from a browser.ZIP › a.txt: one',
    'from a browser.ZIP › b/c.txt: two',
  ])
})

test('names that lead out of the archive are only labels', async () => {
  const files = {
    '../../etc/passwd.txt': strToU8('a'),
    '/root.txt': strToU8('b'),
    'C:\\temp\\c.txt': strToU8('c'),
  }
  expect(await listed([zip('slip.zip', files)])).toEqual([
    'slip.zip › etc/passwd.txt: a',
    'slip.zip › root.txt: b',
    'slip.zip › temp/c.txt: c',
  ])
})

test('names that would break lines or turn around are shown with the characters spelt out', async () => {
  const files = { 'zwei\nZeilen über.txt': strToU8('a'), 'invoice\u202efdp.txt': strToU8('b') }
  const lines = await listed([zip('names.zip', files)])
  expect(lines).toEqual(['names.zip › zwei\\u000aZeilen über.txt: a', 'names.zip › invoice\\u202efdp.txt: b'])
  expect(displayPath('\ud800 κόσμε 😀 نص')).toBe('\\ud800 κόσμε 😀 نص')
})

test('names of old tools are decoded by what all of them together look like', async () => {
  const japanese = [0x83, 0x65, 0x83, 0x58, 0x83, 0x67]
  const chinese = [0xd0, 0xc2, 0xce, 0xc5]
  const russian = [0x8d, 0xae, 0xa2, 0xae, 0xe1, 0xe2, 0xa8]
  const german = [0x4d, 0x81, 0x6e, 0x63, 0x68, 0x65, 0x6e]
  const names = async (...raw: number[][]) => {
    const content = zipWithNames(raw.map((name) => Buffer.concat([Buffer.from(name), Buffer.from('.txt')])))
    return (await listed([bytes('old.zip', content)])).map((each) => each.replace(/^old\.zip › |: $/g, ''))
  }
  expect(await names(japanese, german.slice(0, 1))).toEqual(['テスト.txt', 'M.txt'])
  expect(await names(chinese)).toEqual(['新闻.txt'])
  expect(await names(russian)).toEqual(['Новости.txt'])
  expect(await names(german)).toEqual(['München.txt'])
  expect(await names([...Buffer.from('Ærø')])).toEqual(['Ærø.txt'])
})

test('what systems leave behind, hidden files and the parts of saved pages are left out', async () => {
  const files: Zippable = {
    '__MACOSX/._a.txt': strToU8('x'),
    '.DS_Store': strToU8('x'),
    'deep/Thumbs.db': strToU8('x'),
    'deep/.git/config': strToU8('x'),
    'deep/A page.html': strToU8('page'),
    'deep/A page_files/frame.html': strToU8('x'),
    'deep/Other_files/kept.txt': strToU8('kept'),
    'empty/': new Uint8Array(),
  }
  expect(await listed([zip('a.zip', files)])).toEqual([
    'a.zip › deep/A page.html: page',
    'a.zip › deep/Other_files/kept.txt: kept',
  ])
})

test('in a folder the parts of saved pages are left out, and zips are opened', async () => {
  for (const name of ['Seite-Dateien', 'page_files', 'alone_files']) mkdirSync(join(folder, name))
  for (const name of [
    'Seite.htm',
    'Seite-Dateien/a.js',
    'page.html',
    'page_files/ad.html',
    'alone_files/x.txt',
  ]) {
    writeFileSync(join(folder, name), name)
  }
  zip('z.zip', { 'in.txt': strToU8('in') })
  symlinkSync(folder, join(folder, 'loop'))
  expect(await listed([{ kind: 'path', path: folder }])).toEqual([
    'Seite.htm: Seite.htm',
    'alone_files/x.txt: alone_files/x.txt',
    'page.html: page.html',
    'z.zip › in.txt: in',
  ])
})

test('a document that is a zip inside stays one file, whatever its name', async () => {
  const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }
  const content = zipSync(parts)
  const files: ImportFile[] = []
  for await (const file of listFiles([bytes('report.zip', content)], running())) files.push(file)
  expect(files.map(({ path }) => path)).toEqual(['report.zip'])
  expect(await files[0]?.read()).toEqual(content)
})

test('an archive in too many others, and one that holds itself, ends', async () => {
  const level = (depth: number): Uint8Array =>
    zipSync({ 'a.txt': strToU8(`${depth}`), ...(depth < 5 ? { 'in.zip': level(depth + 1) } : {}) })
  const lines = await listed([bytes('n.zip', level(1))])
  expect(lines.slice(0, 3)).toEqual([
    'n.zip › a.txt: 1',
    'n.zip › in.zip › a.txt: 2',
    'n.zip › in.zip › in.zip › a.txt: 3',
  ])
  expect(lines.slice(3)).toEqual([
    expect.stringMatching(/^n\.zip › in\.zip › in\.zip › in\.zip! .*inside 3 others/),
  ])
})

test('nothing unpacks to more than the limits, and the rest is read', async () => {
  const content = zipSync({ 'zero.txt': new Uint8Array(20_000_000), 'ok.txt': strToU8('fine') })
  expect(await listed([bytes('bomb.zip', content)])).toEqual([
    expect.stringMatching(/zero\.txt! The file unpacks to more than 200 times its size/),
    'bomb.zip › ok.txt: fine',
  ])
  const small = zipSync({ 'a.txt': strToU8('aaaa'), 'b.txt': strToU8('bbbb'), 'c.txt': strToU8('c') })
  const within = async (limits: Partial<ArchiveLimits>) => {
    const file = { path: 's.zip', name: 's.zip', size: async () => small.length, read: async () => small }
    const lines: string[] = []
    for await (const each of listArchive(file, { kept: new KeptArchives(), signal: running(), limits })) {
      lines.push(await line(each, ''))
    }
    return lines
  }
  expect(await within({ total: 8_000_000 })).toEqual([
    's.zip › a.txt: aaaa',
    's.zip › b.txt: bbbb',
    's.zip › c.txt: c',
  ])
  expect(await within({ total: 5 })).toEqual([
    's.zip › a.txt: aaaa',
    expect.stringMatching(/^s\.zip! .*the rest/),
  ])
  expect(await within({ entries: 2 })).toEqual([
    's.zip › a.txt: aaaa',
    's.zip › b.txt: bbbb',
    expect.stringMatching(/^s\.zip! .*more than 2 files/),
  ])
})

test('a file that is larger, smaller or other than the directory says is refused', async () => {
  const content = Buffer.from(zipSync({ 'a.txt': strToU8('some words, and some words, and some words') }))
  const entry = content.indexOf('PK\u0001\u0002', 0, 'latin1')
  const changed = async (at: number, value: number) => {
    const copy = Buffer.from(content)
    copy.writeUInt32LE(value, entry + at)
    return (await listed([bytes('a.zip', copy)])).join('\n')
  }
  const sizeAt = 24
  expect(await changed(sizeAt, 5)).toMatch(/^a\.zip › a\.txt! This file in the archive cannot be unpacked\./)
  expect(await changed(sizeAt, 500)).toMatch(/^a\.zip › a\.txt! .*not what it was/)
  expect(await changed(16, 1)).toMatch(/^a\.zip › a\.txt! .*not what it was/)
  expect(await changed(42, 9_999)).toMatch(/^a\.zip › a\.txt! .*cannot be unpacked/)
  const encrypted = Buffer.from(content)
  encrypted.writeUInt16LE(1, entry + 8)
  expect(await listed([bytes('a.zip', encrypted)])).toEqual([
    expect.stringMatching(/^a\.zip › a\.txt! .*protected by a password/),
  ])
})

test('an archive that is broken, empty or gone is one line with its reason', async () => {
  const whole = zipSync({ 'a.txt': strToU8('words'), 'b.txt': strToU8('more') })
  expect(await listed([bytes('half.zip', whole.subarray(0, whole.length / 2))])).toEqual([
    expect.stringMatching(/^half\.zip! This archive is damaged or incomplete/),
  ])
  expect(await listed([bytes('not.zip', strToU8('no zip at all'))])).toEqual([
    expect.stringMatching(/^not\.zip! This archive is damaged or incomplete/),
  ])
  expect(await listed([bytes('empty.zip', zipSync({}))])).toEqual([
    'empty.zip! There are no files in this archive.',
  ])
  expect(await listed([{ kind: 'path', path: join(folder, 'gone.zip') }])).toEqual([
    'gone.zip! There is no such file (any more).',
  ])
  expect(await listed([bytes('tail.zip', Buffer.concat([whole, Buffer.from('\r\n--end')]))])).toHaveLength(2)
})

test('archives inside archives are unpacked again once others took their place', async () => {
  const kept = new KeptArchives(10)
  let unpacked = 0
  const one = kept.bytes(8, async () => {
    unpacked += 1
    return new Uint8Array(8).fill(1)
  })
  const other = kept.bytes(8, async () => new Uint8Array(8).fill(2))
  expect([...(await one.read(6, 9))]).toEqual([1, 1])
  await one.read(0, 1)
  expect(unpacked).toBe(1)
  expect([...(await other.read(0, 1))]).toEqual([2])
  await one.read(0, 1)
  expect(unpacked).toBe(2)
})

test('archives that others made to do harm end as lines', async () => {
  for (const set of ['hostile-archives', 'tika-documents/zip']) {
    for (const place of sharedFixtures(set)) {
      for (const name of readdirSync(place).filter((each) => each.endsWith('.zip'))) {
        const lines = await listed([{ kind: 'path', path: join(place, name) }], place)
        expect(lines.length, name).toBeGreaterThan(0)
        for (const each of lines) expect(each).toMatch(new RegExp(`^${basename(name)}(?: › (?!\\.\\.|/)|!)`))
      }
    }
  }
})
