import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { cleanSubject } from '#engine/import/extract/mail/headers.ts'
import { extractMail, mailAttachments } from '#engine/import/extract/mail/index.ts'
import { plainToBlocks } from '#engine/import/extract/mail/plain.ts'
import type { Extracted } from '#engine/import/extract/types.ts'
import { CrossreadError } from '#shared/errors.ts'
import { documentBytes, expectedOf, sharedFixtures } from '../../helpers/documents.ts'

async function read(mail: Uint8Array | string): Promise<Extracted> {
  const bytes = typeof mail === 'string' ? new TextEncoder().encode(mail) : mail
  const [found] = await extractMail({ name: 'mail.eml', bytes })
  if (found === undefined) throw new Error('no mail')
  return found
}
const textOf = ({ blocks }: Extracted) => blocks.map(({ text }) => text.trim())
const mail = (headers: string[], body: string) => [...headers, 'MIME-Version: 1.0', '', body].join('\r\n')

test.each(['letter.eml', 'reply.eml', 'koi8.eml', 'newsletter.eml'])(
  '%s is read as expected',
  async (name) => {
    const { title, metadata, blocks, attachments, notes } = await read(documentBytes(name))
    expect({
      title,
      metadata,
      blocks: blocks.map(({ kind, level, text, links }) => {
        return links === undefined || links.length === 0
          ? { kind, level, text }
          : { kind, level, text, links }
      }),
      attachments: (attachments ?? []).map(({ name: called, mediaType }) => ({ name: called, mediaType })),
      notes,
    }).toEqual(expectedOf(name))
  },
)

test('the files that came with a mail are given as they were sent', async () => {
  const [annex, forwarded] = await mailAttachments(documentBytes('letter.eml'))
  expect(new TextDecoder().decode(annex?.bytes)).toMatch(
    /^Budget annex B\s+The levy would raise 1,250,000 crowns/,
  )
  const inner = await read(forwarded?.bytes ?? new Uint8Array())
  expect(inner.title).toBe('Berths in Sundholm')
  expect(textOf(inner)).toEqual(['We count 65 berths, three of them under repair.'])
})

const sentence = {
  shift_jis: '港湾税をめぐって島の意見が割れている。漁師は半額を払う。',
  gb18030: '岛上就港口税产生分歧，渔民只需支付一半的费用。',
  big5: '島上就港口稅產生分歧，漁民只需支付一半的費用。',
  'euc-kr': '섬에서는 항만세를 둘러싸고 의견이 갈리고 있다.',
  'koi8-r': 'На острове спорят о портовом сборе, рыбаки платят половину.',
  'windows-1252': 'Der Hafenzoll spaltet die Inseln – „eine Steuer auf Nachbarn“.',
  'utf-16le': 'The levy splits the islands, say José and Åse.',
}
test.each(Object.entries(sentence))('a body in %s is read, raw and in base64', async (charset, text) => {
  const body = iconv.encode(`${text}\r\n`, charset)
  const head = (encoding: string) =>
    Buffer.from(
      `From: a@b.example\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
    )
  const coded = Buffer.concat([head('base64'), Buffer.from(body.toString('base64'))])
  expect(textOf(await read(coded))).toEqual([text])
  if (charset === 'utf-16le') return
  expect(textOf(await read(Buffer.concat([head('8bit'), body])))).toEqual([text])
})

test('seven bits are enough for Japanese', async () => {
  // “港湾税をめぐって島の意見が割れている。漁師は半額を払う。”, as Python's codec writes it.
  const body = Buffer.from(
    'GyRCOUFPUUBHJHIkYSQwJEMkRkVnJE4wVTgrJCwzZCRsJEYkJCRrISM1eTtVJE9IPjNbJHJKJyQmISMbKEI=',
    'base64',
  ).toString('latin1')
  const found = await read(mail(['From: a@b.example', 'Content-Type: text/plain; charset=ISO-2022-JP'], body))
  expect(textOf(found)).toEqual(['港湾税をめぐって島の意見が割れている。漁師は半額を払う。'])
})

test('a wrong or missing charset does no harm', async () => {
  const body = 'Ødegård says: “The levy is overdue.”'
  for (const type of [
    'text/plain; charset=us-ascii',
    'text/plain; charset=windows-1252',
    'text/plain',
    'text/plain; charset=nonsense',
  ]) {
    expect(textOf(await read(mail(['From: a@b.example', `Content-Type: ${type}`], body)))).toEqual([body])
  }
})

test('raw bytes in the header are read in the encoding of the mail', async () => {
  const raw = iconv.encode(
    'From: José Åkerblom <j@b.example>\nSubject: Häfen\n\nBoats at the quay, and none left.\n',
    'latin1',
  )
  const found = await read(raw)
  expect(found.title).toBe('Häfen')
  expect(found.metadata.author).toEqual([{ literal: 'José Åkerblom' }])
})

test('what replies and forwards put before a subject is taken off', () => {
  const subjects = [
    'Re: Levy',
    'RE: re: Fwd: Levy',
    'AW: WG: Levy',
    'Re[2]: Levy',
    'Re(3): Levy',
    'SV: Levy',
    '回复：Levy',
    '[Fwd: Levy]',
    'Levy',
  ]
  for (const subject of subjects) expect(cleanSubject(subject), subject).toBe('Levy')
  expect(cleanSubject('Reply: Levy')).toBe('Reply: Levy')
  expect(cleanSubject('Re:')).toBe('')
})

test('newsletters and lists are named, people keep their own day', async () => {
  const newsletter = await read(
    mail(
      [
        'From: =?utf-8?B?RGVyIEhhZmVuYnJpZWY=?= <news@harbour.example>',
        'List-Unsubscribe: <https://harbour.example/leave>',
        'Date: 31 Dec 2024 23:59:00 -0500',
        'Subject: =?utf-8?Q?Neues_vom_?= =?utf-8?Q?Hafen?=',
      ],
      'Words.',
    ),
  )
  expect(newsletter.title).toBe('Neues vom Hafen')
  expect(newsletter.metadata).toMatchObject({
    type: 'post',
    'container-title': 'Der Hafenbrief',
    issued: { 'date-parts': [[2024, 12, 31]] },
  })
  const received = [
    'Received: from a by b; Mon, 17 Mar 2025 10:00:00 +0000',
    'Date: no date',
    'From: a@b.example',
  ]
  expect((await read(mail(received, 'Words.'))).metadata.issued).toEqual({ 'date-parts': [[2025, 3, 17]] })
})

test('of two forms of a text the richer is read', async () => {
  const both = (plain: string, html: string) =>
    mail(
      ['From: a@b.example', 'Content-Type: multipart/alternative; boundary=x'],
      [
        '--x',
        'Content-Type: text/plain',
        '',
        plain,
        '--x',
        'Content-Type: text/html',
        '',
        html,
        '--x--',
        '',
      ].join('\r\n'),
    )
  const rich = await read(both('See https://a.example/1 and more.', '<h1>News</h1><p>See this and more.</p>'))
  expect(rich.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  const poor = await read(
    both('All of the news are told here at length.', '<img src="https://a.example/all.png">'),
  )
  expect(textOf(poor)).toEqual(['All of the news are told here at length.'])
  expect(poor.notes).toEqual([{ what: 'mail_plain' }])
})

test('a mail with files and no text can still be reached', async () => {
  const parts = [
    '--x',
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0=',
    '--x',
    'Content-Type: application/ms-tnef; name="winmail.dat"',
    '',
    'x',
    '--x--',
  ]
  const headers = ['From: a@b.example', 'Subject: The annex', 'Content-Type: multipart/mixed; boundary=x']
  const found = await read(mail(headers, parts.join('\r\n')))
  expect(textOf(found)).toEqual(['The annex'])
  expect(found.attachments?.map(({ name }) => name)).toEqual(['a.pdf', 'winmail.dat'])
  expect(found.notes.map(({ what }) => what)).toEqual(['mail_no_text', 'mail_winmail'])
})

test('names of files can be shown and lead nowhere', async () => {
  const named = (name: string, type = 'application/pdf') =>
    ['--x', `Content-Type: ${type}`, `Content-Disposition: attachment; filename="${name}"`, '', 'x'].join(
      '\r\n',
    )
  const names = [
    named('../../etc/a.pdf'),
    named('C:\\\\temp\\\\b.pdf'),
    named('=?utf-8?Q?c=E2=80=AEfdp.exe?='),
    named(''),
    named('d'.repeat(400)),
  ]
  const found = await mailAttachments(
    new TextEncoder().encode(
      mail(
        ['From: a@b.example', 'Content-Type: multipart/mixed; boundary=x'],
        `${names.join('\r\n')}\r\n--x--\r\n`,
      ),
    ),
  )
  expect(found.map(({ name }) => name)).toEqual([
    'a.pdf',
    'b.pdf',
    'c\\u202efdp.exe',
    'attachment 4.pdf',
    `${'d'.repeat(200)}…`,
  ])
})

test('lines of plain text become paragraphs, lists, quotations and headings', () => {
  const lines = [
    'The council voted on Thursday to charge every vessel a levy, a decision',
    'that its critics call a tax.',
    '',
    'FIGURES',
    '-------',
    'Nordvik',
    'Sundholm',
    '* * *',
    '===',
    '> quoted words that go on for as long as a line may be in an old mail',
    '> and end here',
    '>> older',
    '>From here on it is ours again.',
    '',
    '-- ',
    'A name that is quite long, with a title and an office, and a telephone',
    'An address',
  ]
  const blocks = plainToBlocks(lines.join('\r\n'), { flowed: false, delsp: false })
  expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'paragraph: The council voted on Thursday to charge every vessel a levy, a decision that its critics call a tax.',
    'heading: FIGURES',
    'paragraph: Nordvik',
    'paragraph: Sundholm',
    'list-item: * *',
    'quotation: quoted words that go on for as long as a line may be in an old mail and end here',
    'quotation: older',
    'paragraph: From here on it is ours again.',
    'paragraph: A name that is quite long, with a title and an office, and a telephone',
    'paragraph: An address',
  ])
})

test('flowed lines are put together as they were written', () => {
  const blocks = plainToBlocks('One \ntwo\n three\n> four \n> five\n', { flowed: true, delsp: false })
  expect(blocks.map(({ text }) => text)).toEqual(['One two', 'three', 'four five'])
  const japanese = plainToBlocks('港湾 \n税\n', { flowed: true, delsp: true })
  expect(japanese.map(({ text }) => text)).toEqual(['港湾税'])
})

test('what is no mail, encrypted, empty or endless says so', async () => {
  const nested = (depth: number): string =>
    depth === 0
      ? 'x'
      : `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested(depth - 1)}`
  const cases: [string, RegExp][] = [
    [mail(['From: a@b.example', 'Subject: Nothing'], '\r\n'), /There is no text in this mail/],
    [
      mail(
        ['From: a@b.example', 'Content-Type: multipart/encrypted; boundary=x'],
        '--x\r\nContent-Type: application/octet-stream\r\n\r\n--x--',
      ),
      /This mail is encrypted/,
    ],
    [nested(300), /more parts inside each other/],
    [`X: ${'y'.repeat(3_000_000)}\r\n\r\nwords`, /longer headers/],
  ]
  for (const [content, reason] of cases) await expect(read(content)).rejects.toThrow(reason)
})

test('mails of other people are read, or say why not', async () => {
  for (const set of ['eml-fixtures', 'tika-documents/eml']) {
    for (const folder of sharedFixtures(set)) {
      const names = readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.eml'))
      expect(names.length).toBeGreaterThan(0)
      let readable = 0
      for (const name of names) {
        try {
          const found = await read(new Uint8Array(readFileSync(join(folder, name))))
          expect(textOf(found).join(''), name).not.toMatch(/\ufffd/)
          readable += 1
        } catch (error) {
          expect(error, name).toBeInstanceOf(CrossreadError)
        }
      }
      expect(readable / names.length).toBeGreaterThan(0.85)
    }
  }
})
