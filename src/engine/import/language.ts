import { ownLetters, smallWords } from './language/words.ts'

/** Scripts that one language alone is written with, as far as people's articles go. */
const ofOneLanguage: [language: string, first: number, last: number][] = [
  ['el', 0x370, 0x3ff],
  ['hy', 0x530, 0x58f],
  ['bn', 0x980, 0x9ff],
  ['pa', 0xa00, 0xa7f],
  ['gu', 0xa80, 0xaff],
  ['or', 0xb00, 0xb7f],
  ['ta', 0xb80, 0xbff],
  ['te', 0xc00, 0xc7f],
  ['kn', 0xc80, 0xcff],
  ['ml', 0xd00, 0xd7f],
  ['si', 0xd80, 0xdff],
  ['th', 0xe00, 0xe7f],
  ['lo', 0xe80, 0xeff],
  ['bo', 0xf00, 0xfff],
  ['my', 0x1000, 0x109f],
  ['ka', 0x10a0, 0x10ff],
  ['am', 0x1200, 0x137f],
  ['km', 0x1780, 0x17ff],
  ['ko', 0xac00, 0xd7a3],
]

/** Scripts whose languages are told by their small words. */
const ofSeveral: [script: string, first: number, last: number][] = [
  ['Latin', 0x41, 0x24f],
  ['Latin', 0x1e00, 0x1eff],
  ['Cyrillic', 0x400, 0x52f],
  ['Hebrew', 0x590, 0x5ff],
  ['Arabic', 0x600, 0x6ff],
  ['Devanagari', 0x900, 0x97f],
]

const sampleLength = 700
const fewestLetters = 40
/** Of a script that one language alone has. */
const fewestUnique = 10

/**
 * The language that most of a text is in, as a BCP 47 tag such as `en` or `sr`; null where the text is too short or mixed
 * to tell, or in a language that is not known here. Looks at a sample from the text's beginning and middle alone.
 */
export function detectLanguage(text: string): string | null {
  const sample = takeSample(text)
  const script = scriptOf(sample)
  if (script === null) return null
  return smallWords[script] === undefined ? script : languageByWords(sample, script)
}

function takeSample(text: string): string {
  if (text.length <= 2 * sampleLength) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, sampleLength)} ${text.slice(middle, middle + sampleLength)}`
}

/** The script that two thirds of the letters are in: its name, or the language where it has one alone. */
function scriptOf(sample: string): string | null {
  const counts = new Map<string, number>()
  let letters = 0
  const count = (name: string) => {
    letters++
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  let latin = 0
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    if (code < 0x80) {
      const lower = code | 0x20
      if (lower >= 0x61 && lower <= 0x7a) latin++
      continue
    }
    const name = scriptNamed(code)
    if (name !== null) count(name)
  }
  letters += latin
  counts.set('Latin', (counts.get('Latin') ?? 0) + latin)
  const kana = counts.get('kana') ?? 0
  const han = counts.get('Han') ?? 0
  // A word of an East Asian script is a letter or two long.
  if ((kana + han) * 3 > latin && kana + han >= 10) return kana * 20 > han ? 'ja' : 'zh'
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]
  if (
    best === undefined ||
    letters < (smallWords[best[0]] === undefined ? fewestUnique : fewestLetters) ||
    best[1] * 3 < letters * 2
  )
    return null
  return best[0]
}

function scriptNamed(code: number): string | null {
  if (code >= 0x3041 && code <= 0x30ff) return 'kana'
  if (code >= 0x4e00 && code <= 0x9fff) return 'Han'
  const found =
    ofSeveral.find(([, first, last]) => code >= first && code <= last) ??
    ofOneLanguage.find(([, first, last]) => code >= first && code <= last)
  // Signs of Latin-1 such as « and © are no letters.
  return found === undefined || (code < 0xc0 && code >= 0x80) ? null : found[0]
}

/** The languages of a script that have each word or letter. */
type Signs = Map<string, string[]>
const signs = new Map<string, Signs>()
/** Stands before letters, so that they are not taken for words of one letter. */
const letterSign = '\n'

function signsOf(script: string): Signs {
  const known = signs.get(script)
  if (known !== undefined) return known
  const found: Signs = new Map()
  const add = (sign: string, language: string) => {
    const languages = found.get(sign)
    if (languages === undefined) found.set(sign, [language])
    else languages.push(language)
  }
  for (const [language, list] of Object.entries(smallWords[script] ?? {})) {
    for (const word of list.split(' ')) add(word, language)
    for (const letter of ownLetters[language] ?? '')
      if (!list.split(' ').includes(letter)) add(letter, language)
  }
  signs.set(script, found)
  return found
}

const fewestWords = 6
/** How many of a text's words must be small words of its language. */
const leastShare = 0.1
/** How much must speak for a language rather than for the next best, of all that speaks for one of them alone. */
const leastLead = 0.6

function languageByWords(sample: string, script: string): string | null {
  const text = sample.normalize('NFC').toLowerCase().replaceAll('’', "'")
  const words = text.match(/\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu) ?? []
  if (words.length < fewestWords) return null
  const known = signsOf(script)
  const found: string[][] = []
  const take = (sign: string) => {
    const languages = known.get(sign)
    if (languages !== undefined) found.push(languages)
  }
  for (const word of words) take(word)
  const wordsFound = [...found]
  for (const letter of text.match(/[^ -~\s]/g) ?? []) take(letterSign + letter)
  const ranked = rank(found)
  const [best, second] = ranked
  if (best === undefined) return null
  const hits = wordsFound.filter((languages) => languages.includes(best)).length
  if (hits < Math.max(3, words.length * leastShare)) return null
  return second === undefined || lead(found, best, second) >= leastLead ? best : null
}

/** Languages by how much speaks for them: what several have in common counts for each of them the less. */
function rank(found: readonly string[][]): string[] {
  const scores = new Map<string, number>()
  for (const languages of found) {
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([language]) => language)
}

/** The share of one language in what speaks for one of two languages and not for the other; few signs prove little. */
function lead(found: readonly string[][], one: string, other: string): number {
  let own = 0
  let others = 1
  for (const languages of found) {
    const isOwn = languages.includes(one)
    if (isOwn !== languages.includes(other)) isOwn ? own++ : others++
  }
  return own / (own + others)
}
