import type { CslName } from '#shared/model.ts'

const byWords =
  /^(?:\s*(?:written |reported |text |story |words )?(?:by|von|par|por|di|de|door|av|af|text|texto|texte|foto|autor(?:in)?|author|auteur)s?\s*[:\s]\s*)+(?=\p{Lu})/iu
const roleWords =
  /\b(?:editor\w*|correspondent\w*|reporter\w*|writer|journalist\w*|columnist|producer|author|photographer|contributor|chief|head|analyst|redakt\w*|korrespond\w*|autor\w*|chefred\w*|rédact\w*|journaliste|correspons\w*|periodista|news)\b/iu
const bodyWords =
  /\b(?:staff|team|agency|agenc\w*|agence|agentur|redaktion|redacci[oó]n|rédaction|redazione|redactie|redaktionen|news\w*|editors?|editorial|board|desk|press|reuters|afp|ap|dpa|apa|ansa|efe|tass|upi|pti|xinhua|times|post|gazette|herald|tribune|courier|journal|magazine|zeitung|ministry|ministerium|ministère|office|institut\w*|universit\w*|council|committee|commission|organi[sz]ation|foundation|stiftung|association|society|department|bureau|inc|ltd|llc|gmbh|corp|company|group|center|centre|admin|blog|online|media|\w+\.(?:com|org|net|de|co\.uk))\b/iu
const particles = new Set(
  'van von vom zu zum zur de der den del della dello di da das do dos du des la le las los ten ter bin ibn al el af av'.split(
    ' ',
  ),
)
const generations = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i
const separators =
  /\s*(?:;|\||\/|·|•|\n)\s*|\s*,?\s+(?:and|und|et|och|og|ja|&)\s+|\s+(?:y|e|i|en)\s+(?=\p{Lu})/u
const longestName = 80

/** The people and bodies that a byline names, without its `By` and their offices and addresses. */
export function peopleOf(byline: string): CslName[] {
  const plain = byline
    .replace(
      /(?:www\.)?(?:facebook|twitter|instagram|linkedin|x)\.com\S*|https?:\/\/\S+|\S+@\S+|(?<=^|\s)@\w+/g,
      ' ',
    )
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(byWords, '')
  // `Solheim, Marit`, as scholarly pages have it, and one name alone; any other comma parts names or begins an office.
  const inverted = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*)$/u.exec(plain)
  if (inverted !== null && !roleWords.test(plain) && !bodyWords.test(plain))
    return [{ family: inverted[1], given: inverted[2] }]
  return plain
    .split(separators)
    .flatMap(partsOf)
    .map((name) =>
      name.replace(/^(?:and|und|et|by|von)\s+/i, '').replace(/\s+(?:in|at|for|für|aus) \p{Lu}.*$/u, ''),
    )
    .map((name) => name.replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, ''))
    .filter((name, index) => isName(name, index))
    .map(personOf)
}

/** The parts between commas; a single word behind a whole name is the town the report came from. */
function partsOf(names: string): string[] {
  const [first = '', ...others] = names.split(/\s*,\s+/)
  return [first, ...others.filter((other) => !first.includes(' ') || other.includes(' '))]
}

function isName(name: string, index: number): boolean {
  if (!/\p{L}{2}/u.test(name) || /[→»<>{}]/.test(name) || name.length > longestName || /\d{2}/.test(name))
    return false
  if (generations.test(name)) return false
  // An office after a name, in lower case or by its words.
  return index === 0 || (/^\p{Lu}|^\p{Lo}|^(?:van|von|de) /u.test(name) && !roleWords.test(name))
}

/** One name, parted into given and family name where it is a person's in letters that write it in that order. */
export function personOf(name: string): CslName {
  const words = withoutCapitals(name).split(' ')
  if (
    words.length < 2 ||
    words.length > 6 ||
    bodyWords.test(name) ||
    !/^[\p{Script=Latin}\s.'’\-·]+$|^[\p{Script=Cyrillic}\s.'’-]+$/u.test(name)
  )
    return { literal: name }
  let start = words.length - 1
  if (generations.test(words[start] ?? '') && start > 1) start -= 1
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1
  return { given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') }
}

/** `MARIT SOLHEIM`, as some bylines are set, is a name like any other. */
function withoutCapitals(name: string): string {
  if (!/\s/.test(name) || name !== name.toUpperCase() || name === name.toLowerCase()) return name
  return name.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** Whether a name stands for the site itself or for nobody, as when a program filled it in. */
export function isNobody({ literal = '', family = '' }: CslName): boolean {
  return /^(?:admin|administrator|root|guest|user|author|unknown|null|undefined|anonymous|webmaster|facebook|twitter)$/i.test(
    literal || family,
  )
}

export function sameName(left: CslName, right: CslName): boolean {
  return keyOf(left) === keyOf(right)
}

function keyOf({ given, family, literal }: CslName): string {
  return (literal ?? `${given ?? ''} ${family ?? ''}`).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
