/**
 * `npm run bench [NAME...] [-- --size N --rounds N --folder PATH]`: how fast and how right the notebook is, beside its peers in the same
 * run. Prints tables; asserts nothing, since a time depends on the machine. The reader takes `--texts 10K,1M --annotations 0,2000`.
 */
import { parseArgs } from 'node:util'

interface Options {
  size: number
  rounds: number
  texts: number[]
  annotations: number[]
}

/** Loaded when asked for: a bench of PDFs loads PDF.js twice over. */
const benches = {
  import: async (options: Options) => (await import('./import.ts')).benchImport(options),
  documents: async (options: Options) => (await import('./documents.ts')).benchDocuments(options),
  search: async (options: Options) => (await import('./search.ts')).benchSearch(options),
  articles: async () => (await import('./articles.ts')).benchArticles(),
  pdf: async () => (await import('./pdf.ts')).benchPdf(),
  flags: async () => (await import('./flags.ts')).benchFlags(),
  reader: async (options: Options) => (await import('./reader.ts')).benchReader(options),
  anchor: async () => (await import('./anchor.ts')).benchAnchor(),
  claims: async () => (await import('./claims.ts')).benchClaims(),
}
type BenchName = keyof typeof benches

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
    texts: { type: 'string', default: '10K,100K,1M,5M' },
    annotations: { type: 'string', default: '0,200,2000,10000' },
  },
})
const options = {
  size: wholeNumber('size', values.size),
  rounds: wholeNumber('rounds', values.rounds),
  folder: values.folder,
  texts: numbers('texts', values.texts),
  annotations: numbers('annotations', values.annotations),
}
const names = positionals.length > 0 ? positionals.map(benchName) : (Object.keys(benches) as BenchName[])
for (const name of names) await benches[name](options)

function benchName(name: string): BenchName {
  if (Object.hasOwn(benches, name)) return name as BenchName
  return stop(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`)
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : stop(`--${name} wants a whole number above 0.`)
}

/** `10K,1M` as the numbers they mean. */
function numbers(name: string, list: string): number[] {
  const units: Record<string, number> = { '': 1, K: 1_000, M: 1_000_000 }
  return list.split(',').map((word) => {
    const [, digits, unit = ''] = /^(\d+)([KM]?)$/i.exec(word.trim()) ?? []
    const value = Number(digits) * (units[unit.toUpperCase()] ?? 1)
    return Number.isNaN(value) ? stop(`--${name} wants numbers such as 200,10K,1M.`) : value
  })
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
