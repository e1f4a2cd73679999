/**
 * How well PDFs are read, beside poppler's reading of the same files: its words, and its pairs of neighbouring words,
 * which tell whether the order is the same. Poppler keeps running heads and cut words as they are printed, so that 1 is
 * neither reached nor wanted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { extractPdf } from '#engine/import/extract/pdf/index.ts'

/** One file's outcome. Scores are undefined where poppler found no text, or nothing could be read. */
export interface PdfScore {
  file: string
  milliseconds: number
  blocks: number
  /** Harmonic mean of precision and recall over words. */
  words: number | undefined
  /** Share of poppler's neighbouring words that are neighbours here. */
  pairs: number | undefined
  /** Words of poppler's. */
  expected: number
  failure: string | undefined
}

/** The PDFs of the shared fixtures; none where these are not there. */
export function pdfFixtures(): string[] {
  const root = process.env.CROSSREAD_FIXTURES ?? resolve(import.meta.dirname, '../../../shared/fixtures')
  return ['pdf-samples', 'pdfjs-pdfs', 'tika-documents/pdf'].flatMap((folder) => {
    const path = join(root, folder)
    if (!existsSync(path)) return []
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf'))
      .sort()
      .map((name) => join(path, name))
  })
}

/** Reads one PDF and compares it with the `.poppler.txt` beside it. Never throws. */
export async function scorePdf(path: string): Promise<PdfScore> {
  const beside = path.replace(/\.pdf$/, '.poppler.txt')
  const expected = existsSync(beside) ? wordsOf(readFileSync(beside, 'utf8')) : []
  const began = performance.now()
  const score = { file: basename(path), expected: expected.length, words: undefined, pairs: undefined }
  try {
    const [document] = await extractPdf({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })
    const blocks = document?.blocks ?? []
    const found = wordsOf(blocks.map(({ text }) => text).join('\n'))
    const milliseconds = performance.now() - began
    if (expected.length === 0) return { ...score, milliseconds, blocks: blocks.length, failure: undefined }
    const words = overlap(found, expected)
    return {
      ...score,
      milliseconds,
      blocks: blocks.length,
      words: (2 * words) / (found.length + expected.length),
      pairs:
        expected.length < 2 ? undefined : overlap(pairsOf(found), pairsOf(expected)) / (expected.length - 1),
      failure: undefined,
    }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return { ...score, milliseconds: performance.now() - began, blocks: 0, failure }
  }
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
  )
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}

function overlap(found: readonly string[], expected: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const item of found) counts.set(item, (counts.get(item) ?? 0) + 1)
  let shared = 0
  for (const item of expected) {
    const left = counts.get(item) ?? 0
    if (left === 0) continue
    counts.set(item, left - 1)
    shared += 1
  }
  return shared
}

/** Means over files, each file alike; those where poppler found fewer than five words say nothing. */
export function summarise(scores: readonly PdfScore[]): {
  words: number
  pairs: number
  files: number
  failures: number
} {
  const told = scores.filter(({ expected, words }) => expected >= 5 && words !== undefined)
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
  return {
    words: mean(told.map(({ words }) => words ?? 0)),
    pairs: mean(told.map(({ pairs }) => pairs ?? 0)),
    files: scores.length,
    failures: scores.filter(({ failure }) => failure !== undefined).length,
  }
}

/** Prints the worst files and the means over all. */
export async function benchPdf(): Promise<void> {
  const scores: PdfScore[] = []
  for (const path of pdfFixtures()) scores.push(await scorePdf(path))
  if (scores.length === 0) return console.log('PDF: no fixtures here')
  const worst = scores
    .filter(({ words, pairs, expected }) => expected >= 5 && ((words ?? 0) < 0.9 || (pairs ?? 0) < 0.8))
    .sort((a, b) => (a.words ?? 0) - (b.words ?? 0))
  for (const { file, words, pairs, expected, failure } of worst) {
    console.log(
      `  ${(words ?? 0).toFixed(3)} ${(pairs ?? 0).toFixed(3)} ${String(expected).padStart(6)} ${file} ${failure ?? ''}`,
    )
  }
  const { words, pairs, files, failures } = summarise(scores)
  const slowest = Math.max(...scores.map(({ milliseconds }) => milliseconds))
  console.log(
    `PDF: ${files} files, F of words ${words.toFixed(3)}, pairs kept ${pairs.toFixed(3)}, ${failures} refused, slowest ${slowest.toFixed(0)} ms`,
  )
}

if (isMainThread && process.argv[1] === import.meta.filename) await benchPdf()
