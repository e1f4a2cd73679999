import { addressParser, decodeWords, type Mailbox } from 'postal-mime'
import type { CslDate, CslName, SourceMetadata } from '#shared/model.ts'

/** As much of a header as is needed here. */
export interface MailHeader {
  key: string
  value: string
}

/** A header's value in words, or null where the mail has none such. `name` in lower case; the first one counts. */
export function headerOf(headers: readonly MailHeader[], name: string): string | null {
  const value = headers.find(({ key }) => key === name)?.value
  return value === undefined ? null : decodeWords(value).replace(/\s+/g, ' ').trim() || null
}

/** What replies and forwards put before a subject, in the languages that translate it. */
const prefixes =
  /^(?:\[(?:fwd?|fw|wg): (?<inside>.*)\]|(?:re|fwd?|aw|wg|antw|antwort|sv|vs|vl|vb|tr|rv|res|enc|odp|pd|rif|ynt|doorst|ref|回复|转发|答复|回覆|轉寄)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]\s*)/iu

/** A subject without what replies and forwards put before it. */
export function cleanSubject(subject: string): string {
  let clean = subject.trim()
  for (let found = prefixes.exec(clean); found !== null; found = prefixes.exec(clean)) {
    clean = (found.groups?.inside ?? clean.slice(found[0].length)).trim()
  }
  return clean
}

/** A mail's bibliographic details by CSL's names. What CSL has no field for, stands in `note`, a line each. */
export function mailMetadata(headers: readonly MailHeader[]): SourceMetadata {
  const from = mailboxes(headers, 'from')
  const sender = from.length > 0 ? from : mailboxes(headers, 'sender')
  const list = listName(headers, sender)
  const metadata: SourceMetadata = { type: list === null ? 'personal_communication' : 'post' }
  if (sender.length > 0) metadata.author = sender.map(toName)
  if (list !== null) metadata['container-title'] = list
  const issued = sentOn(headers)
  if (issued !== null) metadata.issued = issued
  const publisher = headerOf(headers, 'organization') ?? headerOf(headers, 'organisation')
  if (publisher !== null) metadata.publisher = publisher
  const archived = /https?:\/\/[^\s>]+/.exec(headerOf(headers, 'archived-at') ?? '')?.[0]
  if (archived !== undefined) metadata.URL = archived
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*/i.exec(headerOf(headers, 'content-language') ?? '')?.[0]
  if (language !== undefined) metadata.language = language
  const note = describeRoute(headers)
  if (note !== '') metadata.note = note
  return metadata
}

function mailboxes(headers: readonly MailHeader[], name: string): Mailbox[] {
  const values = headers.filter(({ key }) => key === name).map(({ value }) => value)
  return values
    .flatMap((value) => addressParser(value, { flatten: true }))
    .flatMap((found) => (found.group === undefined && (found.name || found.address) ? [found] : []))
}

/** `Solheim, Marit` is known to be family and given name; anybody else may as well be an office. */
function toName({ name, address }: Mailbox): CslName {
  const shown = name.trim().replace(/^['"]+|['"]+$/g, '') || address
  const [, family, given] = /^([^,@]+), ([^,@]+)$/.exec(shown) ?? []
  return family === undefined || given === undefined ? { literal: shown } : { family, given }
}

/** What a mailing list or a newsletter calls itself. Newsletters can be left with one click, and are named by their sender. */
function listName(headers: readonly MailHeader[], sender: readonly Mailbox[]): string | null {
  const listId = headerOf(headers, 'list-id')
  if (listId !== null) {
    const [, phrase, id] = /^"?([^"<]*)"?\s*<?([^>]*)>?/.exec(listId) ?? []
    return phrase?.trim() || id?.trim() || listId
  }
  if (headerOf(headers, 'list-unsubscribe') === null && headerOf(headers, 'list-post') === null) return null
  return sender[0]?.name || null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day on the sender's own calendar; of a mail without a date that can be read, the day it was received. */
function sentOn(headers: readonly MailHeader[]): CslDate | null {
  const received = headers
    .findLast(({ key }) => key === 'received')
    ?.value.split(';')
    .at(-1)
  for (const written of [headerOf(headers, 'date'), received]) {
    const day = written && (dayOf(written) ?? dayOfTime(written))
    if (day) return { 'date-parts': [day] }
  }
  return null
}

function dayOf(written: string): number[] | null {
  const [, day, name, year] = /(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})\b/i.exec(written) ?? []
  const month = months.indexOf((name ?? '').toLowerCase()) + 1
  if (month === 0 || Number(day) < 1 || Number(day) > 31) return null
  // Years in two digits as RFC 5322, 4.3 wants them read.
  const full = year?.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year)
  return [full, month, Number(day)]
}

function dayOfTime(written: string): number[] | null {
  const time = new Date(written)
  return Number.isNaN(time.getTime()) ? null : [time.getFullYear(), time.getMonth() + 1, time.getDate()]
}

const longestRecipients = 1_000

function describeRoute(headers: readonly MailHeader[]): string {
  const people = ['to', 'cc'].map((name) =>
    mailboxes(headers, name).map(({ name: shown, address }) => shown || address),
  )
  const lines = [
    ['To', people[0]?.join('; ')],
    ['Cc', people[1]?.join('; ')],
    ['Message-ID', headerOf(headers, 'message-id')],
  ]
  return lines
    .flatMap(([what, value]) => (value ? [`${what}: ${value.slice(0, longestRecipients)}`] : []))
    .join('\n')
}
