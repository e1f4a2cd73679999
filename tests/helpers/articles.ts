import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface Article {
  path: string
  name: string
  /** The file as it is, with `\n` for line ends. */
  text: string
}

/**
 * At least four articles to test with: those in the folder that `CROSSREAD_SEEDS` names, else real ones kept beside
 * the repository, else four invented ones of ours. Sorted by name.
 */
export function articles(): Article[] {
  const folders = [
    process.env.CROSSREAD_SEEDS,
    join(root, '../shared/seeds'),
    join(root, 'tests/fixtures/articles'),
  ]
  const folder = folders.find((candidate) => candidate !== undefined && existsSync(candidate))
  if (folder === undefined) throw new Error('There are no articles to test with.')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readArticle(join(folder, name)))
}

export function readArticle(path: string): Article {
  return { path, name: basename(path), text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n') }
}

/**
 * Sentences of the article that a test can quote: plain, 40 to 140 characters, inside one paragraph, and only once in
 * the text. In text order.
 */
export function quotable(article: Article): string[] {
  const paragraphs = article.text.split('\n').filter((line) => line.length > 100)
  return paragraphs
    .flatMap(sentences)
    .filter((sentence) => isPlain(sentence) && isUnique(article.text, sentence))
}

/** The `number`th quotable sentence, from 0. */
export function quoteOf(article: Article, number: number): string {
  const quote = quotable(article)[number]
  if (quote === undefined) throw new Error(`${article.name} has no quotable sentence ${number}.`)
  return quote
}

function sentences(paragraph: string): string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph), ({ segment }) =>
    segment.trim(),
  )
}

function isPlain(sentence: string): boolean {
  return sentence.length >= 40 && sentence.length <= 140 && /^[A-Z“][\w ,.:;'’“”"()%-]+[.”]$/.test(sentence)
}

function isUnique(text: string, part: string): boolean {
  return text.indexOf(part) === text.lastIndexOf(part)
}
