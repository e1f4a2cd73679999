import { describePassage } from '../../src/engine/anchor/describe.ts'
import { reanchor } from '../../src/engine/anchor/reanchor.ts'
import { benchAnchorNotebook } from './anchor-notebook.ts'
import { makeCorpus, seededRandom } from './corpus.ts'
import { number, percentile, table, time } from './measure.ts'

const rounds = 5
const anchorsATextHas = 2_000
const megabyte = 1_000_000

type Random = () => number

/** How a text is edited: words typed anew one by one, paragraphs moved, or everything written anew. */
const edits: [string, (paragraphs: string[], random: Random) => string[]][] = [
  [
    'one word',
    (paragraphs) => paragraphs.map((text, at) => (at === 7 ? text.replace(/\w+/, 'corrected') : text)),
  ],
  ['1 % of the words', (paragraphs, random) => replaceWords(paragraphs, random, 0.01)],
  ['10 % of the words', (paragraphs, random) => replaceWords(paragraphs, random, 0.1)],
  ['30 % of the words', (paragraphs, random) => replaceWords(paragraphs, random, 0.3)],
  ['paragraphs shuffled', (paragraphs, random) => shuffle(paragraphs, random)],
  ['everything', (paragraphs) => paragraphs.map((text) => text.replace(/\w+/g, (word) => `${word}x`))],
]

/** Moves 2,000 annotations from one version of a text of a megabyte to another. */
export async function benchAnchor(): Promise<void> {
  const { articles } = makeCorpus(400)
  const paragraphs = articles.flatMap((article) => article.paragraphs)
  let length = 0
  const kept = paragraphs.filter((text) => {
    length += text.length + 1
    return length < megabyte
  })
  const text = kept.join('\n')
  const random = seededRandom(5)
  const anchors = Array.from({ length: anchorsATextHas }, () => {
    const start = Math.floor(random() * (text.length - 200))
    return describePassage(text, start, start + 10 + Math.floor(random() * 150))
  })
  const rows: string[][] = []
  for (const [name, edit] of edits) {
    const next = edit(kept, seededRandom(11)).join('\n')
    const times: number[] = []
    let found = 0
    for (let round = 0; round < rounds; round++) {
      times.push(
        await time(() => {
          found = reanchor(text, next, anchors).filter(({ state }) => state !== 'lost').length
        }),
      )
    }
    rows.push([
      name,
      number(percentile(times, 0.5)),
      number(Math.max(...times)),
      `${number((100 * found) / anchors.length)} %`,
    ])
  }
  console.log(
    `\nRe-anchoring ${anchorsATextHas} annotations in ${number(text.length / megabyte)} MB of text, ms`,
  )
  console.log(table([['edited', 'median', 'longest', 'found'], ...rows]))
  await benchAnchorNotebook(
    text,
    anchors,
    edits.map(([name, edit]) => ({ name, text: edit(kept, seededRandom(11)).join('\n') })),
  )
}

function replaceWords(paragraphs: readonly string[], random: Random, part: number): string[] {
  return paragraphs.map((text) => text.replace(/\w+/g, (word) => (random() < part ? `${word}ed` : word)))
}

function shuffle(paragraphs: readonly string[], random: Random): string[] {
  const shuffled = [...paragraphs]
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[shuffled[at], shuffled[other]] = [shuffled[other] ?? '', shuffled[at] ?? '']
  }
  return shuffled
}
