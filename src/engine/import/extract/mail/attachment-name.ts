import { displayPath } from '../../display-path.ts'
import { cleanSubject, headerOf } from './headers.ts'
import type { Part } from './parse.ts'

/** Endings for files that came without a name; the ending says how a file is read. */
const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/rtf': 'rtf',
  'application/epub+zip': 'epub',
  'application/zip': 'zip',
  'application/ms-tnef': 'dat',
  'text/rtf': 'rtf',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/calendar': 'ics',
  'text/rfc822-headers': 'txt',
  'message/delivery-status': 'txt',
  'message/rfc822': 'eml',
  'image/jpeg': 'jpg',
}

const longestName = 200

/** A name that can be shown and ends as its type does. `number` tells nameless ones apart. */
export function attachmentName(part: Part, number: number): string {
  const given = displayPath(part.fileName?.replace(/^.*[/\\]/s, '').trim() ?? '')
  if (part.type === 'message/rfc822')
    return withEnding(shorten(given || subjectOf(part) || `mail ${number}`), 'eml')
  if (given !== '') return shorten(given)
  const ending = endings[part.type] ?? part.type.replace(/^.*\/(?:x-)?/, '').replace(/[^a-z0-9]/g, '')
  return `attachment ${number}.${ending || 'bin'}`
}

function subjectOf({ bytes }: Part): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 20_000)).toString('utf8')
  const subject = /^subject:([^\n]*(?:\n[ \t][^\n]*)*)/im.exec(head.replaceAll('\r\n', '\n'))?.[1] ?? ''
  const headers = [{ key: 'subject', value: subject.replace(/\n[ \t]/g, ' ').trim() }]
  return displayPath(cleanSubject(headerOf(headers, 'subject') ?? '').replace(/[/\\]/g, '-'))
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`
}

function shorten(name: string): string {
  if (name.length <= longestName) return name
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? ''
  return `${name.slice(0, longestName - ending.length)}…${ending}`
}
