import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extractMail } from '#engine/import/extract/mail/index.ts'
import { type ImportItem, listFiles } from '#engine/import/read.ts'
import { documentBytes, sharedFixtures } from '../../helpers/documents.ts'

async function mails(item: ImportItem): Promise<string[]> {
  const lines: string[] = []
  for await (const file of listFiles([item], new AbortController().signal)) {
    const bytes = file.failure === undefined ? await file.read() : null
    if (bytes !== null) expect(bytes.length).toBe(await file.size())
    const found = bytes === null ? [] : await extractMail({ name: file.name, bytes })
    lines.push(`${file.path}: ${file.failure?.message ?? found[0]?.title}`)
  }
  return lines
}
const mailbox = (...parts: (string | Uint8Array)[]): ImportItem => ({
  kind: 'bytes',
  name: 'talk.mbox',
  bytes: Buffer.concat(parts.map((part) => Buffer.from(part))),
})

test('a mailbox gives its mails, whatever stands in them', async () => {
  const from = 'From talk@lists.example Sun Mar 16 20:05:00 2025\r\n'
  const reply = documentBytes('reply.eml')
  const sentence = '\r\n\r\nFrom here on nobody counted.\r\nWords.\r\n\r\n'
  expect(
    await mails(mailbox(from, documentBytes('letter.eml'), '\r\n', from, reply, sentence, from, reply)),
  ).toEqual([
    'talk.mbox › mail 1.eml: Harbour levy splits the Aldra islands',
    'talk.mbox › mail 2.eml: [harbour] Who counts the boats?',
    'talk.mbox › mail 3.eml: [harbour] Who counts the boats?',
  ])
})

test('mails are parted wherever the mark between them lies', async () => {
  for (const filling of [1_048_500, 1_048_515, 1_048_520, 1_048_530, 1_048_540, 1_048_575]) {
    const first = `From a\nSubject: One\n\n${'x'.repeat(filling - 22)}\n\n`
    expect(await mails(mailbox(first, 'From b\nSubject: Two\n\nWords.\n')), String(filling)).toEqual([
      'talk.mbox › mail 1.eml: One',
      'talk.mbox › mail 2.eml: Two',
    ])
  }
})

test('what is no mailbox is one line', async () => {
  expect(await mails(mailbox('No mails here.'))).toEqual(['talk.mbox: There are no mails in this mailbox.'])
})

test('other people’s mailboxes are parted', async () => {
  for (const folder of sharedFixtures('tika-documents/mbox')) {
    for (const name of readdirSync(folder)) {
      const found = await mails({ kind: 'path', path: join(folder, name) })
      expect(found.length, name).toBe(name === 'complex.mbox' ? 3 : 1)
    }
  }
})
