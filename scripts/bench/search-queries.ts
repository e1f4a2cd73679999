import { type Corpus, seededRandom } from './corpus.ts'
import { benchTag } from './search-notebook.ts'

/** One kind of query: what the engine is asked, and the same in FTS5's language where there is such a thing. */
export interface QueryKind {
  name: string
  make: () => { query: string; bare: string | null; asYouType?: boolean }
  budget: 'ratio' | '50 ms' | null
}

/** Every kind that people ask. Queries differ, and are the same in every run. */
export function queryKinds({ articles, words }: Corpus): QueryKind[] {
  const random = seededRandom(7)
  const below = (limit: number) => Math.floor(random() * limit)
  // Ranks spread over the vocabulary as people's words do: now a common one, now a rare one.
  const word = () => words[Math.floor(50 * 200 ** random())] ?? 'ba'
  const longWord = () => words[words.length - 1 - below(words.length / 2)] ?? 'ba'
  const neighbours = (distance: number) => {
    const paragraph = articles[below(articles.length)]?.paragraphs[0] ?? ''
    const inSentence = paragraph.slice(0, paragraph.indexOf('.')).toLowerCase().split(' ')
    const at = below(Math.max(1, inSentence.length - distance))
    return [inSentence[at] ?? '', inSentence[at + distance] ?? '']
  }
  const same = (query: string) => ({ query, bare: query })
  const filtered = (filter: () => string) => () => ({ query: `${word()} ${filter()}`, bare: null })
  return [
    { name: 'word', budget: 'ratio', make: () => same(word()) },
    { name: 'AND', budget: 'ratio', make: () => same(`${word()} ${word()}`) },
    { name: 'phrase', budget: 'ratio', make: () => same(`"${neighbours(1).join(' ')}"`) },
    {
      name: 'NEAR',
      budget: 'ratio',
      make: () => {
        const [a, b] = neighbours(3)
        return { query: `${a} NEAR/5 ${b}`, bare: `NEAR(${a} ${b}, 5)` }
      },
    },
    {
      name: 'prefix of 3 letters',
      budget: '50 ms',
      make: () => {
        const prefix = longWord().slice(0, 3)
        return { query: `${prefix}*`, bare: `${prefix} *` }
      },
    },
    {
      name: 'prefix of 1 or 2 letters',
      budget: '50 ms',
      make: () => {
        // Bare FTS5 ranks nearly every block there is for these, which takes it seconds.
        const prefix = longWord().slice(0, 1 + below(2))
        return { query: `${prefix}*`, bare: null }
      },
    },
    { name: 'typo', budget: '50 ms', make: () => ({ query: misspelt(longWord(), below), bare: null }) },
    { name: 'commonest words', budget: '50 ms', make: () => same(words[below(3)] ?? 'ba') },
    {
      name: 'word, a publisher',
      budget: null,
      make: filtered(() => `publisher:"The Daily ${String.fromCharCode(65 + below(24))}"`),
    },
    { name: 'word, a year', budget: null, make: filtered(() => `date:${2005 + below(20)}`) },
    { name: 'word, a tag', budget: null, make: filtered(() => `tag:${benchTag}`) },
    {
      name: 'word and a pattern',
      budget: null,
      make: () => ({ query: `${word()} /${longWord().slice(0, 4)}\\w+/`, bare: null }),
    },
    {
      name: 'as you type',
      budget: '50 ms',
      make: () => {
        const begun = longWord().slice(0, 3 + below(3))
        const before = word()
        return { query: `${before} ${begun}`, bare: `${before} ${begun} *`, asYouType: true }
      },
    },
  ]
}

/** A letter that the made-up words never have, in the place of one of theirs: the result is no word. */
function misspelt(word: string, below: (limit: number) => number): string {
  const at = 1 + below(word.length - 1)
  return `${word.slice(0, at)}x${word.slice(at + 1)}`
}
