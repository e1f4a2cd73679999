import { smallWords } from './language/words.ts'

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

const sampleLength = 3_000
const fewestLetters = 40

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
  if (best === undefined || letters < fewestLetters || best[1] * 3 < letters * 2) return null
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

interface Meaning {
  languages: string[]
  weight: number
}
const meanings = new Map<string, Map<string, Meaning>>()

/** What each small word of a script speaks for. */
function meaningsOf(script: string): Map<string, Meaning> {
  const known = meanings.get(script)
  if (known !== undefined) return known
  const words = new Map<string, Meaning>()
  for (const [language, list] of Object.entries(smallWords[script] ?? {})) {
    for (const word of list.split(' ')) {
      const meaning = words.get(word)
      if (meaning === undefined) words.set(word, { languages: [language], weight: 1 })
      else meaning.languages.push(language)
    }
  }
  for (const meaning of words.values()) meaning.weight = 1 / meaning.languages.length
  meanings.set(script, words)
  return words
}

const fewestWords = 8
/** How many of a text's words must be small words of its language, and how far ahead of the next it must be. */
const leastShare = 0.08
const leastLead = 1.25

function languageByWords(sample: string, script: string): string | null {
  const words = sample.toLowerCase().replaceAll('’', "'").match(/\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu) ?? []
  if (words.length < fewestWords) return null
  const meaning = meaningsOf(script)
  const scores = new Map<string, { hits: number; score: number }>()
  for (const word of words) {
    const found = meaning.get(word)
    if (found === undefined) continue
    for (const language of found.languages) {
      const score = scores.get(language) ?? { hits: 0, score: 0 }
      score.hits++
      score.score += found.weight
      scores.set(language, score)
    }
  }
  const ranked = [...scores].sort((a, b) => b[1].score - a[1].score)
  const [best, second] = ranked
  if (best === undefined || best[1].hits < Math.max(3, words.length * leastShare)) return null
  return second !== undefined && best[1].score < second[1].score * leastLead ? null : best[0]
}
