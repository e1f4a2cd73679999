/**
 * Articles made up by a seeded generator, so that two runs on two machines index the same text. Words follow Zipf's
 * law over a made-up vocabulary: a few are in every article, most in a handful.
 */
export interface Article {
  title: string
  /** Paragraphs of the article, its title not among them. */
  paragraphs: string[]
  publisher: string
  /** `2025-05-03`. */
  issued: string
}

export interface Corpus {
  articles: Article[]
  /** The vocabulary, the commonest word first. */
  words: string[]
}

const vocabularySize = 60_000
const syllables =
  'ba be bi bo da de di do fa ga ka ke ko la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti to va ve zu'
const paragraphsAnArticle = 12
const publishers = Array.from({ length: 24 }, (_, index) => `The Daily ${String.fromCharCode(65 + index)}`)
const wordsAParagraph = 100

/** `size` articles of about 6 KB each. The same seed gives the same articles, however many are made. */
export function makeCorpus(size: number, seed = 1): Corpus {
  const { articles, words } = streamCorpus(size, seed)
  return { articles: [...articles], words }
}

/** The same one by one, for more than memory should hold. */
export function streamCorpus(size: number, seed = 1): { articles: Iterable<Article>; words: string[] } {
  const random = seededRandom(seed)
  const words = makeWords(random)
  const pick = zipfPicker(words, random)
  return { articles: makeArticles(size, pick, random), words }
}

function* makeArticles(size: number, pick: () => string, random: () => number): Generator<Article> {
  for (let index = 0; index < size; index++) yield makeArticle(index, pick, random)
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function makeWords(random: () => number): string[] {
  const parts = syllables.split(' ')
  const words = new Set<string>()
  while (words.size < vocabularySize) {
    const length = 1 + Math.floor(random() * 4)
    words.add(Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join(''))
  }
  return [...words].sort((a, b) => a.length - b.length)
}

/** Picks the word of rank r with a probability proportional to 1 / r. */
function zipfPicker(words: string[], random: () => number): () => string {
  const heights = new Float64Array(words.length)
  let sum = 0
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 1)
    heights[rank] = sum
  }
  return () => words[firstAbove(heights, random() * sum)] ?? ''
}

/** The index of the first of the ascending `heights` that is above `value`. */
function firstAbove(heights: Float64Array, value: number): number {
  let low = 0
  let high = heights.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((heights[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}

function makeArticle(index: number, pick: () => string, random: () => number): Article {
  const title = `${capital(pick())} ${Array.from({ length: 7 }, pick).join(' ')} ${index + 1}`
  const paragraphs = Array.from({ length: paragraphsAnArticle }, () => makeParagraph(pick, random))
  return { title, paragraphs, publisher: publisherOf(index), issued: issuedOf(index) }
}

/** Half of all articles are from four of the publishers. */
function publisherOf(index: number): string {
  return publishers[index % 2 === 0 ? (index / 2) % 4 : 4 + (((index - 1) / 2) % 20)] ?? ''
}

/** Spread over twenty years. */
function issuedOf(index: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${2005 + (index % 20)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`
}

function makeParagraph(pick: () => string, random: () => number): string {
  const sentences: string[] = []
  for (let left = wordsAParagraph; left > 0; ) {
    const length = Math.min(left, 8 + Math.floor(random() * 20))
    sentences.push(`${capital(pick())}${' '.concat(Array.from({ length: length - 1 }, pick).join(' '))}.`)
    left -= length
  }
  return sentences.join(' ')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
