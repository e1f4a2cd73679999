import { seededRandom } from '../../../scripts/bench/corpus.ts'

const nouns =
  'harbour roof market board winter slate storm wall boat net pier library river bridge mayor letter minute plan fish gull rope tide lamp door window stair stone yard crane barrel'.split(
    ' ',
  )
const verbs =
  'mends opens closes paints builds crosses leaves finds keeps moves lifts counts answers follows carries'.split(
    ' ',
  )
const others = 'old new quiet long narrow wooden northern distant broken early heavy low grey open dry'.split(
  ' ',
)

/** An invented text of about `words` words in paragraphs of some sixty. The same seed gives the same text. */
export function makeText(seed: number, words = 300): string {
  const random = seededRandom(seed)
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''
  const paragraphs: string[] = []
  for (let count = 0; count < words; ) {
    const sentences = Array.from({ length: 5 }, () => {
      const number = Math.floor(random() * 90) + 10
      return `The ${pick(others)} ${pick(nouns)} ${pick(verbs)} the ${pick(others)} ${pick(nouns)} near a ${pick(nouns)} of ${number} ${pick(others)} ${pick(nouns)}s.`
    })
    paragraphs.push(sentences.join(' '))
    count += 75
  }
  return paragraphs.join('\n\n')
}

/** The text with about this share of its words changed. */
export function edit(text: string, share: number, seed = 1): string {
  const random = seededRandom(seed)
  return text.replace(/[A-Za-z]+/g, (word) =>
    random() < share ? `${word}${Math.floor(random() * 1e4)}x` : word,
  )
}

/** Two reports of one event in different words, and one of another event. */
export const decided = `Brannock closes its fish market for good

Brannock, May 23, 2025 — The harbour board of Brannock has decided to close the fish market on Slate Quay, ending 118 years of trade there. The 1,340 members of the Brannock Fishers' Union learnt of it from a notice on the gate.

The market, run by the Coastal Trust since 1997, lost 284,500 crowns last year, said Anna Grey, who speaks for the board. The land will go to Halden Shipping, which wants to build a crane there.

Bertil Lund of the Fishers' Union called the decision shameful. He said that the Coastal Trust had promised Brannock another 10 years.`

export const considered = `Fishers wait for word on Slate Quay

Nothing has been settled about the market hall on Slate Quay, according to the Coastal Trust, which looks after it. Closing it is one of three options, a letter to the Fishers' Union says.

Last year the hall cost 284,500 crowns more than it brought in, and Halden Shipping has asked what the ground would cost. Anna Grey said on behalf of the harbour board that a vote might come in autumn.

Most of the 1,340 members of the Union would go elsewhere, Bertil Lund thinks. In Brannock itself few want the hall to go.`

export const another = `A library for Brannock at last

Brannock has a library again. The Coastal Trust gave the old customs house on Slate Quay, and 6,200 volumes came from Halden by boat, Anna Grey told the crowd that had come to the opening.

Readers may borrow 12 books at a time. The building cost 91,800 crowns, half of which the harbour board paid, and half the shipping company.`
