import { mkdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importPaths } from '#engine-host/cli/commands/import.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let printed: { object: object; text: string }[]
beforeEach(async () => {
  notebook = await testNotebook()
  printed = []
  await mkdir(join(notebook.folder, 'papers', 'old'), { recursive: true })
  await notebook.file('papers/a.txt', 'First headline\nThe ferry ran aground.\n')
  await notebook.file('papers/old/b.txt', 'Second headline\nThe ferry was late.\n')
})
afterEach(() => {
  process.removeAllListeners('SIGINT')
  return notebook.close()
})

/** Runs the command on an open notebook and keeps what it prints. */
function run(...args: string[]): Promise<number> {
  return runWith({}, ...args)
}

function runWith(options: object, ...args: string[]): Promise<number> {
  const { engine, call } = notebook
  const out = {
    json: true,
    closed: false,
    result: (object: object, text: () => string) => void printed.push({ object, text: text() }),
    say: () => {},
    fail: () => {},
  }
  return importPaths({ engine, call, out, args, options })
}

it('says that it was cancelled, in words and as JSON, and ends with 1', async () => {
  notebook.engine.on('job', () => process.emit('SIGINT'))
  expect(await run(join(notebook.folder, 'papers'))).toBe(1)
  expect(printed.at(-1)).toMatchObject({
    object: { summary: { failed: 0 }, cancelled: true },
    text: expect.stringMatching(/; cancelled$/),
  })
})

it('says nothing of cancelling when it was not', async () => {
  expect(await run(join(notebook.folder, 'papers'))).toBe(0)
  expect(printed.at(-1)).toMatchObject({ object: { summary: { imported: 2 } } })
  expect(printed.at(-1)?.object).not.toHaveProperty('cancelled')
})

it('names files as they were given, with what was walked below', async () => {
  const papers = relative(process.cwd(), join(notebook.folder, 'papers'))
  const old = relative(process.cwd(), join(notebook.folder, 'papers', 'old', 'b.txt'))
  await run(old, `${papers}${sep}`, 'no-such-file.txt', join(notebook.folder, 'papers', 'a.txt'))
  expect(printed.slice(0, -1).map(({ object }) => (object as { path: string }).path)).toEqual([
    old,
    `${papers}${sep}a.txt`,
    old,
    'no-such-file.txt',
    `${papers}${sep}a.txt`,
  ])
  expect(printed[0]?.text).toBe(`imported: ${old} — Second headline`)
})

/** A mail in a mail, with a text inside. */
function mailWithFiles(): string {
  const part = (type: string, name: string, content: string) =>
    [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      content,
    ].join('\r\n')
  const mail = (subject: string, boundary: string, attached: string) =>
    [
      `From: Marit Solheim <marit@example.org>\r\nSubject: ${subject}\r\nMIME-Version: 1.0`,
      `Content-Type: multipart/mixed; boundary="${boundary}"\r\n`,
      `--${boundary}\r\nContent-Type: text/plain\r\n\r\nThe ${subject.toLowerCase()} is attached.\r\n`,
      `--${boundary}\r\n${attached}\r\n--${boundary}--\r\n`,
    ].join('\r\n')
  const inner = mail('Letter', 'inner', part('text/plain', 'levy.txt', 'The levy is due on Friday.'))
  return mail('Forwarded letter', 'outer', part('message/rfc822', 'letter.eml', inner))
}

it('imports what came inside a mail that is here already, and what came inside of that', async () => {
  const path = await notebook.file('mail.eml', mailWithFiles())
  await run(path)
  expect(printed[0]?.text).toContain('--attachments')
  printed = []
  expect(await runWith({ attachments: true }, path)).toBe(0)
  expect(printed.at(-1)).toMatchObject({ object: { summary: { imported: 2, skipped: 1, failed: 0 } } })
  printed = []
  await runWith({ attachments: true }, path)
  expect(printed.at(-1)).toMatchObject({ object: { summary: { imported: 0, skipped: 1 } } })
})
