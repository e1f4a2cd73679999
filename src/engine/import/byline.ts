import type { CslName } from '#shared/model.ts'
import { monthNumber } from './dates.ts'
import { toName } from './names.ts'

const by =
  /^(?:(?:(?:story|words|text|report|reporting|analysis|written|reported|posted|compiled) )?by|von|par|por|di|door|av|af|autor(?:in)?:|auteur:|author:|authors:|autore:|text:|byline:|от|автор:|作者[:：]|記者|文[/／])[ \u3000]*/iu

/** Small words inside of names; they never begin one here. */
const particles =
  'de|del|della|di|da|do|dos|das|du|des|la|le|van|von|der|den|ten|ter|zu|zur|al|el|bin|ibn|ben|y|e|of|for|and'
const word = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const personal = new RegExp(`^${word}(?: (?:(?:${particles}) ){0,2}${word}){1,4}$`, 'u')
const initial = /^\p{Lu}\.$/u

/** Words that begin with a capital in headings and in sentences, and in nobody's name. */
const noName =
  /\b(?:The|A|An|This|That|These|Those|Its|His|Her|Their|Our|Your|My|No|Not|All|Some|Any|What|When|Where|Why|How|Numbers?|Design|Law|Default|Mistake|Accident|Hand|Contrast|Comparison|Then|Now|Today|Tomorrow|Yesterday|Year|Years?|Week|Month|End|Means|Virtue|Force|Air|Land|Sea|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Der|Die|Das|Den|Dem|Les|Los|Las|Una?)\b/u

/** Functions that stand behind a name in a byline, and are dropped. */
const role =
  /^(?:(?:[\p{L} -]+ )?(?:staff|writer|reporter|correspondent|editor|columnist|journalist|contributor|bureau|desk|redaktion|korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?|news)s?)$/iu

/** Who wrote a text, and for whom. */
export interface Byline {
  author: CslName[]
  /** What follows the last name behind a comma, such as `Reuters`. */
  publisher?: string
}

/**
 * Reads a line that says who wrote the text: `By Jane Doe and John Roe`, `By JANE DOE, Reuters`, `Von Erika Muster`. Null of
 * any other; a line is believed only where every part of it is a name of two words or more.
 */
export function readByline(line: string): Byline | null {
  const found = by.exec(line)
  if (found === null || line.length > 200 || /[.!?:;]$/.test(line.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, '')))
    return null
  const rest = line.slice(found[0].length).trim()
  if (/\d/.test(rest)) return null
  const eastAsian = readEastAsian(found[0], rest)
  if (eastAsian !== null) return eastAsian
  const [people = '', ...behind] = rest.split(
    /,? (?:for|für|pour|para|per) (?=\p{Lu})|,? (?:in|en|à|aus) (?=\p{Lu})| \(/u,
  )
  const parts = people
    .split(/,? (?:and|&|und|et|y|e|og|och|en|with|mit|avec|con) |, /u)
    .map((part) => part.trim())
  const author: CslName[] = []
  let publisher: string | undefined
  parts.forEach((part, index) => {
    if (isPerson(part)) author.push(toName(fromCapitals(part)))
    else if (index > 0 && index === parts.length - 1 && isBody(part)) publisher = role.test(part) ? '' : part
    else publisher = '\n'
  })
  if (author.length === 0 || publisher === '\n' || behind.length > 2) return null
  return publisher ? { author, publisher } : { author }
}

/** `作者：王小明`, two to four letters a name. */
function readEastAsian(mark: string, rest: string): Byline | null {
  if (!/[作記文]/.test(mark)) return null
  const names = rest.split(/[、，,／/ ]+/)
  const areNames = names.every((name) => /^[\p{Script=Han}\p{Script=Katakana}・]{2,8}$/u.test(name))
  return areNames ? { author: names.map((literal) => ({ literal })) } : null
}

function isPerson(part: string): boolean {
  if (!personal.test(part) || noName.test(part) || role.test(part)) return false
  const words = part.split(' ')
  // `By May Wong` is a person, `By May` is not; two initials are none either.
  return words.some((one) => !initial.test(one) && monthNumber(one) === 0)
}

function isBody(part: string): boolean {
  return part.length <= 60 && (role.test(part) || /^(?:The )?\p{Lu}[\p{L}\p{M}&.' ’-]*$/u.test(part))
}

/** `JANE MCDONALD` as people write it who do not shout. */
function fromCapitals(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name
    .split(' ')
    .map((one) => (one.length < 3 || one.endsWith('.') ? one : lowered(one)))
    .join(' ')
}

function lowered(one: string): string {
  return one
    .toLowerCase()
    .replace(/(?:^|[-'’])\p{L}/gu, (start) => start.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}
