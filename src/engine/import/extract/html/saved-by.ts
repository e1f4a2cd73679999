import type { CslDate } from '#shared/model.ts'

/** What a browser wrote into a page when it saved it. */
export interface SavedBy {
  url?: string
  accessed?: CslDate
}

const searched = 20_000
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** Reads the comment that Chromium, Internet Explorer (`saved from url=(0042)…`) and SingleFile leave at a page's head. */
export function savedBy(html: string): SavedBy {
  const head = html.slice(0, searched)
  const found: SavedBy = {}
  const url =
    /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(head) ?? /Page saved with SingleFile\s+url:\s*(\S+)/.exec(head)
  if (url?.[1] !== undefined && /^https?:\/\//i.test(url[1])) found.url = url[1]
  const date = /saved date:\s*\w{3} (\w{3}) (\d{2}) (\d{4})/.exec(head)
  const month = months.indexOf(date?.[1] ?? '-') / 3 + 1
  if (date !== null && month >= 1)
    found.accessed = { 'date-parts': [[Number(date[3]), month, Number(date[2])]] }
  return found
}
