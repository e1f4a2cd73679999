import { canonicalText } from '#engine/import/canonical.ts'
import { type FlagKind, flagKinds } from '#shared/model.ts'
import { type CleanText, cleanTexts, fixturesFolder } from './clean-texts.ts'
import { number, table } from './measure.ts'

/** How often flags were raised on one collection of clean texts. */
export interface FlagRates {
  texts: number
  flagged: Partial<Record<FlagKind, number>>
  /** Texts with a flag whose passage holds words that were judged to belong to the article. */
  wrong: number
  examples: string[]
}

const oneFlagIn = 50
const mostExamples = 5

/** Counts texts with a flag of each kind in a collection. `most` texts are read. */
export async function countFlags(texts: AsyncIterable<CleanText>, most = Infinity): Promise<FlagRates> {
  const rates: FlagRates = { texts: 0, flagged: {}, wrong: 0, examples: [] }
  for await (const { document, belongs } of texts) {
    if (rates.texts === most) break
    rates.texts++
    const text = canonicalText(document.blocks)
    for (const kind of new Set(document.flags.map((flag) => flag.kind))) {
      rates.flagged[kind] = (rates.flagged[kind] ?? 0) + 1
    }
    const passages = document.flags.map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }))
    if (
      passages.some(
        ({ kind, words }) => kind === 'unrelated-tail' && belongs.some((one) => words.includes(one)),
      )
    )
      rates.wrong++
    for (const { kind, words } of passages) {
      if (rates.examples.length < mostExamples)
        rates.examples.push(`${document.fileName}: ${kind}: ${words.slice(-90)}`)
    }
  }
  return rates
}

/** Flags raised per 50 texts that other people wrote or judged: nearly all of them clean. */
export async function benchFlags(): Promise<void> {
  const folder = fixturesFolder()
  console.log(`\nFlags per ${oneFlagIn} clean texts (budget: at most 1 of each kind)`)
  if (folder === null) {
    console.log('There are no documents of other people here; CROSSREAD_FIXTURES names their folder.')
    return
  }
  const kinds = flagKinds.filter((kind) => !['near-duplicate', 'same-story', 'by-hand'].includes(kind))
  const rows = [['', 'texts', ...kinds, 'tails cut wrongly']]
  const examples: string[] = []
  for (const [name, read] of Object.entries(cleanTexts)) {
    const rates = await countFlags(read(folder))
    if (rates.texts === 0) continue
    const share = (count: number) => number((count / rates.texts) * oneFlagIn)
    rows.push([
      name,
      number(rates.texts),
      ...kinds.map((kind) => share(rates.flagged[kind] ?? 0)),
      share(rates.wrong),
    ])
    examples.push(...rates.examples)
  }
  console.log(table(rows))
  console.log(`For example:\n${examples.map((example) => `  ${example.replaceAll('\n', ' ')}`).join('\n')}`)
}
