import type { BlockKind, CslDate, SourceMetadata } from '#shared/model.ts'
import { readByline } from './byline.ts'
import { readDateline } from './dateline.ts'
import { parseDate } from './dates.ts'

/** As much of a block as is read here. */
export interface ReadableBlock {
  kind: BlockKind
  text: string
}

/** A text says who wrote it and when before it begins, within so many blocks. */
const furthest = 8
/** A paragraph so long belongs to the text itself. In UTF-16 units. */
const longestLine = 160

const labels =
  /^(?:(?:first |originally )?published|posted|date|released?|issued|veröffentlicht|erschienen|datum|publié|paru|publicado|publicada|pubblicato|fecha|data|gepubliceerd|publicerad|publisert|opublikowano|опубликовано|дата|发布时间|发布日期|发布|日期|发表时间|公開日|配信|입력|등록)(?: (?:on|at|am|le|el|il|em|op|den))?[ \u3000]?[:：]?[ \u3000]?/iu
const updated = /^(?:last )?(?:updated|modified|aktualisiert|stand|mis à jour|actualizado|aggiornato)\b/iu
const address =
  /^(?:(?:source|url|link|via|from|quelle|fuente|lien|read more at)[:：]? ?)?<?(https?:\/\/[^\s<>]+)>?$/iu

/**
 * What a text says of itself at its head, whatever kind of document it came from: authors in a byline, day, place and
 * agency in a dateline, a line with a date, an address. Believes little: a missing date is better than a wrong one.
 */
export function findTextMetadata(blocks: readonly ReadableBlock[]): SourceMetadata {
  const found: SourceMetadata = {}
  for (const [index, block] of blocks.slice(0, furthest).entries()) {
    if (block.kind === 'table-row' || block.kind === 'code') continue
    const isLine = block.text.length <= longestLine
    // The title may read like anything.
    if (isLine && (index > 0 || block.kind !== 'heading')) readLine(block.text, found)
    const dateline = block.kind === 'heading' ? null : readDateline(block.text)
    if (dateline !== null) return { ...found, ...dateline.metadata }
    if (!isLine && block.kind !== 'caption') break
  }
  return found
}

/** Reads a line at the head of a text, part for part. Says nothing of what is not understood. */
function readLine(line: string, found: SourceMetadata): void {
  for (const part of line.split(/ [|•·] | {2,}|\t/)) readPart(part.trim(), found)
}

function readPart(part: string, found: SourceMetadata): void {
  const url = address.exec(part)?.[1]
  if (url !== undefined) {
    found.URL ??= url
    return
  }
  const date = readDateLine(part)
  if (date !== null) {
    found.issued ??= date
    return
  }
  const { line, issued } = cutDate(part)
  const byline = readByline(line)
  if (byline === null || found.author !== undefined) return
  found.author = byline.author
  if (byline.publisher !== undefined) found.publisher ??= byline.publisher
  if (issued !== null) found.issued ??= issued
}

/** A line that is a date and nothing else. Without a label it must be a day. */
function readDateLine(line: string): CslDate | null {
  if (updated.test(line) || !/\d{4}/.test(line)) return null
  const label = labels.exec(line)
  const parts = parseDate(label === null ? line : line.slice(label[0].length))
  if (parts === null || (parts.length < 3 && label === null)) return null
  return { 'date-parts': [parts] }
}

/** Cuts a date off the end of a byline: `By Jane Doe, May 23, 2025`. */
function cutDate(line: string): { line: string; issued: CslDate | null } {
  for (const { index, 0: gap } of line.matchAll(/,? (?:[–—-] )?(?=\S)/g)) {
    const date = /\d{4}/.test(line.slice(index)) ? parseDate(line.slice(index + gap.length)) : null
    if (date !== null && date.length === 3) {
      return { line: line.slice(0, index), issued: { 'date-parts': [date] } }
    }
  }
  return { line, issued: null }
}

/** Whether a line says something about a text and is no part of it: a byline, a date, an address. */
export function isAboutText(line: string): boolean {
  if (line.length > longestLine) return false
  return address.test(line) || updated.test(line) || readDateLine(line) !== null || readByline(line) !== null
}
