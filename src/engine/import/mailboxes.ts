import { CrossreadError } from '#shared/errors.ts'
import { type Bytes, bytesOf } from './archive-bytes.ts'
import type { ImportFile } from './import-file.ts'
import { explainReading, largestFile, tooLarge } from './read-file.ts'

/** Read at a time, in bytes. A mark between two mails is found though it lies across two pieces. */
const piece = 1_048_576
const longestMark = 1_024
const mostMails = 100_000

export function isMailboxName(name: string): boolean {
  return /\.(?:mbox|mbx)$/i.test(name)
}

/**
 * The mails in a mailbox of Unix's kind (`.mbox`), which mail programs export, each a file of its own. What is wrong with
 * the mailbox is given as a file that fails with the reason. Mails are read one by one when they are wanted.
 */
export async function* listMailbox(mailbox: ImportFile, signal: AbortSignal): AsyncGenerator<ImportFile> {
  try {
    const bytes = await bytesOf(mailbox)
    let count = 0
    let open: Mark | null = null
    for await (const mark of marks(bytes, signal)) {
      if (open !== null) yield mail(mailbox, bytes, ++count, open.bodyStart, mark.start)
      open = mark
      if (count < mostMails) continue
      yield failing(
        mailbox,
        `The mailbox holds more than ${mostMails} mails, so the rest of it was left out.`,
      )
      return
    }
    if (open !== null) yield mail(mailbox, bytes, ++count, open.bodyStart, bytes.size)
    else if (!signal.aborted) yield failing(mailbox, 'There are no mails in this mailbox.')
  } catch (error) {
    yield failing(mailbox, error instanceof CrossreadError ? error.message : explainReading(error, 'file'))
  }
}

/** Where a mail begins: its line `From somebody on a day`, and what follows that. Offsets in bytes. */
interface Mark {
  start: number
  bodyStart: number
}

/** Such a line stands at the start or below an empty line, and a header follows it: sentences may begin with “From”, too. */
const mark = /(?:^|\n\r?\n)(From [^\n]*\n)(?=[\x21-\x39\x3b-\x7e]+:)/g

async function* marks(bytes: Bytes, signal: AbortSignal): AsyncGenerator<Mark> {
  let from = 0
  for (let start = 0; start < bytes.size && !signal.aborted; start += piece) {
    const text = (await bytes.read(start, piece + longestMark)).toString('latin1')
    mark.lastIndex = 0
    for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
      const line = found[1] ?? ''
      const at = start + found.index + found[0].length - line.length
      // At the start of a piece `^` says nothing, and behind its end the next one finds it again.
      if ((found.index === 0 && start > 0 && line.length === found[0].length) || at < from) continue
      from = at + line.length
      yield { start: at, bodyStart: from }
    }
  }
}

function mail(mailbox: ImportFile, bytes: Bytes, number: number, start: number, end: number): ImportFile {
  const name = `mail ${number}.eml`
  const file = {
    path: `${mailbox.path} › ${name}`,
    name,
    size: async () => end - start,
    read: () => bytes.read(start, end - start),
  }
  if (end - start <= largestFile) return file
  return { ...failing(mailbox, tooLarge), path: file.path, name }
}

function failing({ path, name }: ImportFile, reason: string): ImportFile {
  const failure = new CrossreadError('file_unreadable', reason)
  return { path, name, failure, size: async () => 0, read: () => Promise.reject(failure) }
}
