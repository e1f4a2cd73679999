/** `node search-fresh.ts NOTEBOOK WORD`: from the start of a process to the first result, and what the engine takes then. */
import { number, percentile, time } from './measure.ts'

const [, , notebookPath = '', word = ''] = process.argv
const searches = 200

const { openEngine } = await import('#engine/engine.ts')
const loaded = performance.now()
const engine = openEngine({ notebookPath, sampleFolder: '' })
const opened = performance.now()
const { total } = await engine.call('search.query', { query: word, limit: 20 })
const first = performance.now()
const objects = await time(() => engine.call('search.suggest', { text: word.slice(0, 3), limit: 10 }))
const times: number[] = []
for (let turn = 0; turn < searches; turn++) {
  times.push(await time(() => engine.call('search.query', { query: `${word} a${turn}`, limit: 20 })))
}
await engine.settled()
await engine.close()
console.log(
  `Fresh process: code loaded after ${number(loaded)} ms, notebook open after ${number(opened)} ms, first result (${total} blocks) after ${number(first)} ms; ` +
    `first suggestion took ${number(objects)} ms; ${searches} more searches p50 ${number(percentile(times, 0.5))} ms; at most ${number(process.resourceUsage().maxRSS / 1024)} MB of memory`,
)
