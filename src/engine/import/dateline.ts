import type { SourceMetadata } from '#shared/model.ts'
import { type DateParts, isDate, monthNumber } from './dates.ts'

/** As much of a block as is read here. */
interface Readable {
  text: string
}

const particle =
  'of|the|de|del|della|la|las|los|el|al|da|do|dos|di|du|des|le|les|van|von|der|den|and|y|upon|on|sur|am'
/** One to four words that begin with a capital letter; particles between them do not count. */
const name = `\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:(?:${particle}) ){0,2}\\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3}`
const place = new RegExp(`^${name}(?:, ${name})?$`, 'u')
const capitals = /^\p{Lu}[\p{Lu}\p{M}.'’-]+(?: \p{Lu}[\p{Lu}\p{M}.'’-]*){0,3}$/u

/** What stands before a date in a sentence or a notice, and is no place. */
const noPlace =
  /^(?:(?:On|In|At|By|Since|Until|From|Before|After|Today|Yesterday|Tomorrow|Published|Updated|Posted)\b|(?:.* )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$)/i

const agencies = new Set(
  'AP|The Associated Press|Associated Press|Reuters|Thomson Reuters Foundation|AFP|dpa|ANSA|EFE|Xinhua|TASS|Interfax|RIA Novosti|Yonhap|Yonhap News|UPI|Kyodo|Kyodo News|Jiji|Jiji Press|Bloomberg|PTI|IANS|ANI|AAP|PA|PA Media|APA|SDA|Keystone-SDA|ATS|Belga|ANP|NTB|Ritzau|TT|STT|ČTK|CTK|PAP|MTI|Agerpres|Tanjug|Hina|STA|BTA|Anadolu|AA|Lusa|CNA|KUNA|SPA|WAM|MENA|Bernama|Antara|VNA|VNS|CNN|CNN Business|NBC News|CBS News|ABC News|Fox News|VOA|RFE/RL|RFA|Al Jazeera|BBC|Ukrinform|Télam|Notimex|Agência Brasil|KCNA|NNA|IRNA|SANA|epd|KNA|AFX|MarketWatch|PRNewswire|PR Newswire|BUSINESS WIRE|Business Wire|GLOBE NEWSWIRE|Inter Press Service|IPS'
    .split('|')
    .map((agency) => agency.toLowerCase()),
)

/** What a dateline says. */
export interface Dateline {
  metadata: SourceMetadata
  /** Where the text goes on behind it. */
  end: number
}

/**
 * Reads a dateline at the beginning of a paragraph: `Seoul, May 23, 2025 —`, `WASHINGTON (AP) —`, `BERLIN, 3. März 2025
 * (dpa) –`, `新华社北京5月23日电`; null where there is none. A day without its year is no date.
 */
export function readDateline(text: string): Dateline | null {
  const chinese = readChinese(text)
  if (chinese !== null) return chinese
  const [all, head] = /^([^—–]{2,90}?)(?: ?[—–]| --?(?=\s))\s*/.exec(text) ?? []
  if (all === undefined || head === undefined) return null
  const metadata = readHead(head)
  return metadata === null ? null : { metadata, end: all.length }
}

/** Place, day and agency of a dateline in the first few blocks; nothing where there is none. */
export function findDateline(blocks: readonly Readable[]): SourceMetadata {
  for (const block of blocks.slice(0, 4)) {
    const found = readDateline(block.text)
    if (found !== null) return found.metadata
  }
  return {}
}

function readHead(head: string): SourceMetadata | null {
  const [, before = head, agency] = /^(.*?) ?\(([^()]{2,30})\)$/.exec(head) ?? []
  if (agency !== undefined && !agencies.has(agency.toLowerCase())) return null
  const { rest, date, separated } = takeDate(before)
  const isDated = date !== null && date.length === 3
  if (!isDated && agency === undefined) return null
  const metadata: SourceMetadata = {}
  if (rest !== '') {
    const isPlace = separated ? place.test(rest) || capitals.test(rest) : capitals.test(rest)
    if (!isPlace || noPlace.test(rest) || agencies.has(rest.toLowerCase())) return null
    metadata['publisher-place'] = rest
  } else if (agency === undefined) return null
  if (isDated) metadata.issued = { 'date-parts': [date] }
  if (agency !== undefined) metadata.publisher = agency
  return metadata
}

const dateForms: [RegExp, read: (found: string[]) => DateParts][] = [
  [
    /^(.*?)(,?) ?(\p{L}{3,10}\.?) (\d{1,2}), (\d{4})$/u,
    ([m = '', d, y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [
    /^(.*?)(,?) ?(\d{1,2})\.? (?:de )?(\p{L}{3,12}\.?) (?:de )?(\d{4})$/u,
    ([d, m = '', y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [/^(.*?)(,) ?(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([d, m, y]) => [Number(y), Number(m), Number(d)]],
  [/^(.*?)(,) (\p{L}{3,10}\.?) (\d{1,2})$/u, ([m = '', d]) => (monthNumber(m) > 0 ? [Number(d)] : [])],
  [/^(.*?)(,) (\d{1,2})\.? (\p{L}{3,12}\.?)$/u, ([d, m = '']) => (monthNumber(m) > 0 ? [Number(d)] : [])],
]

/** Cuts the date off a dateline's end. A date without its year is cut off, too, and given as one number. */
function takeDate(text: string): { rest: string; date: DateParts | null; separated: boolean } {
  for (const [form, read] of dateForms) {
    const [, rest, comma, ...numbers] = form.exec(text) ?? []
    if (rest === undefined || (rest === '' && comma !== '')) continue
    const date = read(numbers)
    const isKnown = date.length === 3 ? date[1] !== 0 && isDate(date) : date.length === 1
    if (isKnown) return { rest: rest.trim(), date, separated: comma === ',' }
  }
  return { rest: text.replace(/,$/, '').trim(), date: null, separated: true }
}

/** `（新华社北京5月23日电）` and its like: agency, place, and a day without its year. */
function readChinese(text: string): Dateline | null {
  const [all, agency, where] =
    /^[（(【]?((?:新华|中新|中央|法新|路透|美联|塔斯|中通)社|中新网)(\p{Script=Han}{2,6}?)(?:\d{1,2}月)?\d{1,2}日(?:综合)?[电電讯訊](?:[（(][^）)]*[）)])?[）)】]?\s*/u.exec(
      text,
    ) ?? []
  if (all === undefined || agency === undefined || where === undefined) return null
  return { metadata: { 'publisher-place': where, publisher: agency }, end: all.length }
}
