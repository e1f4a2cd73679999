import { describePassage } from '#engine/anchor/describe.ts'

/**
 * Makes texts with repeated sentences and edits them, remembering of every character of the new text which character of
 * the old one it was: the truth that re-anchoring is held against.
 */
export interface Recipe {
  seed: number
  script: Script
  /** How many sentences. */
  sentences: number
  /** Which part of the sentences is taken from a few that come again and again. */
  repeated: number
  /** Which part of the text is deleted, replaced, inserted or moved. */
  edited: number
  sentenceEdits: SentenceEdits
  /** What is done at all; everything where it is left out. */
  only?: OnlyEdits
}

/**
 * What is done to whole sentences besides writing new ones. Taking out one copy of a sentence and putting in another is
 * no way to edit: the same text comes of leaving both alone and editing around them, and nobody can tell.
 */
export const sentenceEdits = ['cut', 'cut and move', 'copy'] as const
export type SentenceEdits = (typeof sentenceEdits)[number]

/** Words and sentences put in and nothing else, or sentences moved and nothing else. */
export const onlyEdits = ['insertions', 'moves'] as const
export type OnlyEdits = (typeof onlyEdits)[number]

export interface EditedText {
  old: string
  next: string
  /** For every UTF-16 unit of `next` its offset in `old`, or -1 where it is new. */
  from: number[]
  edits: string[]
}

export const scripts = ['latin', 'han', 'emoji', 'hebrew', 'arabic', 'thai', 'kana', 'accents'] as const
export type Script = (typeof scripts)[number]

const alphabets: Record<Script, string[]> = {
  latin: [...'aeioudntrslmkpbgh'],
  han: [...'的一是不了人我在有他這中大來上國個到說們𠀀𠜎'],
  emoji: ['a', 'o', 'n', 't', '😀', '👩‍🔬', '🇩🇪', '👍🏽', 'é', '𝒜'],
  hebrew: [...'אבגדהוזחטיכלמנסעפצקרשת', 'בּ', 'שׁ'],
  arabic: [...'ابتثجحدرسعفقكلمنهوي', 'بّ', 'مَ', 'لا', 'ؤ'],
  kana: [...'あいうえおかきくけこさしすせそたちつてとなにのはひアイウエオカ', 'が', 'パ'],
  thai: ['ก', 'ข', 'ง', 'จ', 'ด', 'กำ', 'ที่', 'ไม่', 'ว่า', 'ได้'],
  accents: ['a', 'e', 'q\u0303', 'x\u0323', 'o', 'n', 't', 'é', 'ñ'],
}
const spaced: Record<Script, boolean> = {
  latin: true,
  han: false,
  emoji: true,
  hebrew: true,
  arabic: true,
  kana: false,
  thai: false,
  accents: true,
}

export type Random = () => number

/** Marsaglia's xorshift32: the same numbers for the same seed on every machine. */
export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit)
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[below(random, values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

function makeLexicon(random: Random, script: Script): string[] {
  return Array.from({ length: 400 }, () =>
    Array.from({ length: 1 + below(random, 7) }, () => pick(random, alphabets[script])).join(''),
  )
}

function makeSentence(random: Random, lexicon: string[], script: Script): string {
  const words = Array.from({ length: 3 + below(random, 14) }, () => pick(random, lexicon))
  const end = spaced[script] ? pick(random, ['. ', '. ', '? ', '; ']) : pick(random, ['。', '！', ' '])
  return words.join(spaced[script] ? ' ' : '') + end
}

interface Unit {
  text: string
  from: number
}

export function makeEditedText(recipe: Recipe): EditedText {
  const random = randomFrom(recipe.seed)
  const lexicon = makeLexicon(random, recipe.script)
  const refrains = Array.from({ length: 1 + below(random, 5) }, () =>
    makeSentence(random, lexicon, recipe.script),
  )
  const parts = Array.from({ length: recipe.sentences }, () => {
    const sentence =
      random() < recipe.repeated ? pick(random, refrains) : makeSentence(random, lexicon, recipe.script)
    return random() < 0.15 ? `${sentence.trimEnd()}\n` : sentence
  })
  const old = parts.join('')
  const editor = new Editor(old, random, lexicon, refrains, recipe)
  const edits = editor.run()
  return { old, ...editor.result(), edits }
}

class Editor {
  #units: Unit[]
  readonly #random: Random
  readonly #lexicon: string[]
  readonly #refrains: string[]
  readonly #recipe: Recipe

  constructor(old: string, random: Random, lexicon: string[], refrains: string[], recipe: Recipe) {
    // One unit a grapheme: a person cannot edit half of one.
    this.#units = Array.from(new Intl.Segmenter('en').segment(old), ({ segment, index }) => ({
      text: segment,
      from: index,
    }))
    this.#random = random
    this.#lexicon = lexicon
    this.#refrains = refrains
    this.#recipe = recipe
  }

  run(): string[] {
    const budget = this.#units.length * this.#recipe.edited
    const log: string[] = []
    for (let spent = 0; spent < budget; ) {
      const [what, cost] = this.#edit(budget - spent)
      log.push(what)
      spent += Math.max(1, cost)
    }
    return log
  }

  result(): { next: string; from: number[] } {
    const from = this.#units.flatMap((unit) =>
      Array.from({ length: unit.text.length }, (_, index) => (unit.from < 0 ? -1 : unit.from + index)),
    )
    return { next: this.#units.map((unit) => unit.text).join(''), from }
  }

  #edit(left: number): [string, number] {
    const { only } = this.#recipe
    if (only === 'moves') return this.#moveOwn(this.#sentence(1 + below(this.#random, left > 400 ? 4 : 2)))
    if (only === 'insertions') return this.#insertion()
    const dice = this.#random()
    if (dice < 0.15)
      return this.#replace(this.#stretch(1), 'typo', pick(this.#random, alphabets[this.#recipe.script]))
    if (dice < 0.5) return this.#replace(this.#words(3), 'words', this.#fresh(1 + below(this.#random, 3)))
    if (dice < 0.62) return this.#replace(this.#words(4), 'cut', '')
    if (dice < 0.74) return this.#replace(this.#stretch(0), 'insert', this.#fresh(2))
    if (dice < 0.82) return this.#replace(this.#sentence(0), 'new sentence', this.#sentenceText())
    const { sentenceEdits: kind } = this.#recipe
    if (kind === 'copy') return this.#replace(this.#sentence(0), 'copy', pick(this.#random, this.#refrains))
    if (dice < 0.9 || kind === 'cut') return this.#replace(this.#sentence(1), 'cut sentence', '')
    return this.#move(this.#sentence(1 + below(this.#random, left > 400 ? 4 : 2)))
  }

  /**
   * Moves what stands once. Of two like sentences that change places, or of one that is moved past the other, nobody can tell
   * afterwards which was which.
   */
  #moveOwn([start, end]: [number, number]): [string, number] {
    const textOf = (units: readonly Unit[]) => units.map((unit) => unit.text).join('')
    const moved = textOf(this.#units.slice(start, end))
    const isOwn = moved !== '' && textOf(this.#units).split(moved).length === 2
    return isOwn ? this.#move([start, end]) : ['', 1]
  }

  #insertion(): [string, number] {
    const isSentence = this.#random() < 0.3
    return isSentence
      ? this.#replace(this.#sentence(0), 'new sentence', this.#sentenceText())
      : this.#replace(this.#stretch(0), 'insert', this.#fresh(1 + below(this.#random, 6)))
  }

  #replace([start, end]: [number, number], what: string, text: string): [string, number] {
    const inserted = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => ({
      text: segment,
      from: -1,
    }))
    const removed = this.#units.splice(start, end - start, ...inserted)
    const words = removed.map((unit) => unit.text).join('')
    return [
      `${what} ${start} ${JSON.stringify(words)} -> ${JSON.stringify(text)}`,
      removed.length + inserted.length,
    ]
  }

  #move([start, end]: [number, number]): [string, number] {
    const moved = this.#units.splice(start, end - start)
    const [to] = this.#sentence(0)
    this.#units.splice(to, 0, ...moved)
    return [
      `move ${start}-${end} -> ${to} ${JSON.stringify(moved.map((u) => u.text).join(''))}`,
      moved.length,
    ]
  }

  #stretch(length: number): [number, number] {
    const start = below(this.#random, this.#units.length + 1 - length)
    return [Math.max(0, start), Math.max(0, start) + Math.min(length, this.#units.length)]
  }

  #words(most: number): [number, number] {
    const isGap = (index: number) => this.#units[index]?.text === ' '
    let [start] = this.#stretch(0)
    if (!spaced[this.#recipe.script])
      return [start, Math.min(this.#units.length, start + 1 + below(this.#random, 6))]
    while (start > 0 && !isGap(start - 1)) start--
    let end = start
    for (let words = 1 + below(this.#random, most); words > 0 && end < this.#units.length; words--) {
      while (end < this.#units.length && !isGap(end)) end++
      if (words > 1) end++
    }
    return [start, Math.min(end, this.#units.length)]
  }

  /** `count` whole sentences; with 0 the place between two. */
  #sentence(count: number): [number, number] {
    const isEnd = (index: number) => /[.?;。！\n]/u.test(this.#units[index]?.text ?? '')
    const skip = (from: number) => {
      let at = from
      while (at < this.#units.length && !isEnd(at)) at++
      at++
      while (this.#units[at]?.text === ' ' || this.#units[at]?.text === '\n') at++
      return Math.min(at, this.#units.length)
    }
    const [somewhere] = this.#stretch(0)
    const start = skip(somewhere)
    let end = start
    for (let index = 0; index < count; index++) end = skip(end)
    return [start, end]
  }

  #fresh(words: number): string {
    const gap = spaced[this.#recipe.script] ? ' ' : ''
    return Array.from({ length: words }, () => pick(this.#random, this.#lexicon)).join(gap)
  }

  #sentenceText(): string {
    return makeSentence(this.#random, this.#lexicon, this.#recipe.script)
  }
}

/** Passages as people mark them: some words, a sentence, a few sentences. */
export function passagesOf(old: string, random: Random, count: number) {
  return Array.from({ length: count }, () => {
    const length = pick(random, [2, 8, 20, 40, 90, 200])
    let start = below(random, old.length)
    let end = Math.min(old.length, start + 1 + below(random, length * 2))
    if (random() < 0.9) {
      while (start > 0 && /\S/u.test(old[start - 1] ?? '')) start--
      while (end < old.length && /\S/u.test(old[end] ?? '')) end++
    }
    return describePassage(old, start, Math.max(start + 1, end))
  })
}
