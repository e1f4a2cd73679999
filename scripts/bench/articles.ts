import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalise } from '#engine/import/canonical.ts'
import { extractHtml } from '#engine/import/extract/html/html.ts'

/** What a page's article has to hold, and what not. */
interface Judgement {
  file: string
  with: string[]
  without: string[]
}

/** How well articles are told from their pages: counted over strings, as precision, recall and their harmonic mean. */
export interface ArticleScore {
  pages: number
  failed: string[]
  truePositives: number
  falsePositives: number
  falseNegatives: number
  precision: number
  recall: number
  f: number
  /** Mean and longest, of one page. */
  milliseconds: number
  slowest: number
}

/** Judged pages of trafilatura's evaluation; the folder is not a part of the project. */
export function judgedPages(): string {
  const fixtures =
    process.env.CROSSREAD_FIXTURES ?? fileURLToPath(new URL('../../../shared/fixtures', import.meta.url))
  return join(fixtures, 'web-pages')
}

/**
 * Scores the articles that are found in judged pages, as trafilatura's evaluation does: white space folded, a string
 * counts where it stands in the text. Null where there are no judged pages.
 */
export async function scoreArticles(folder = judgedPages()): Promise<ArticleScore | null> {
  if (!existsSync(join(folder, 'judged.json'))) return null
  const judged: Record<string, Judgement> = JSON.parse(readFileSync(join(folder, 'judged.json'), 'utf8'))
  const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 }
  const failed: string[] = []
  const times: number[] = []
  for (const { file, with: wanted, without } of Object.values(judged)) {
    const began = performance.now()
    const text = await articleText(join(folder, file)).catch(() => {
      failed.push(file)
      return ''
    })
    times.push(performance.now() - began)
    for (const part of wanted) counts[text.includes(folded(part)) ? 'truePositives' : 'falseNegatives'] += 1
    for (const part of without) if (text.includes(folded(part))) counts.falsePositives += 1
  }
  const precision = counts.truePositives / (counts.truePositives + counts.falsePositives)
  const recall = counts.truePositives / (counts.truePositives + counts.falseNegatives)
  return {
    pages: times.length,
    failed,
    ...counts,
    precision,
    recall,
    f: (2 * precision * recall) / (precision + recall),
    milliseconds: times.reduce((sum, time) => sum + time, 0) / times.length,
    slowest: Math.max(...times),
  }
}

async function articleText(path: string): Promise<string> {
  const found = await extractHtml({ name: path, bytes: readFileSync(path) })
  return folded(found.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n'))
}

function folded(text: string): string {
  return normalise(text).replace(/\s+/g, ' ').trim()
}

/** Prints how well articles are found in real pages, beside what other programs reach on the set these are from. */
export async function benchArticles(): Promise<void> {
  const score = await scoreArticles()
  if (score === null) {
    console.log('Articles in web pages: no judged pages here (CROSSREAD_FIXTURES names their folder).')
    return
  }
  const round = (value: number) => value.toFixed(3)
  console.log(
    `Articles in ${score.pages} judged web pages: F ${round(score.f)} (precision ${round(score.precision)}, recall ` +
      `${round(score.recall)}), ${score.milliseconds.toFixed(0)} ms a page, the slowest ${score.slowest.toFixed(0)} ms`,
  )
  console.log('Of the full set of 990: readability on jsdom .867, trafilatura .924')
  for (const file of score.failed) console.log(`  nothing found in ${file}`)
}
