import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { median, number, table } from './measure.ts'
import { inTemporaryFolder } from './notebook.ts'
import { type Case, makeCases, makeNotebook, paragraphsOf } from './reader-notebook.ts'
import { readPeer, typeInPeer } from './reader-peer.ts'
import {
  openWindow,
  type Reading,
  readCase,
  root,
  serve,
  startChromium,
  typeInNote,
} from './reader-window.ts'

interface ReaderOptions {
  rounds: number
  /** Sizes of the texts in characters, and how many annotations lie on each in turn. */
  texts: readonly number[]
  annotations: readonly number[]
}

/** How fast the reader opens, scrolls, marks and takes letters, beside a bare page with the same text. */
export async function benchReader({
  rounds,
  texts: sizes,
  annotations: counts,
}: ReaderOptions): Promise<void> {
  const browser = await startChromium()
  if (browser === null) return console.log('Reader: no Chromium was found; CROSSREAD_CHROMIUM can name one.')
  if (!existsSync(join(root, 'out/main/cli.js'))) {
    await browser.close()
    return console.log('Reader: there is no built application; `npm run build` makes it.')
  }
  const cases = makeCases(sizes, counts)
  try {
    await inTemporaryFolder(async (folder) => {
      const server = await serve(await makeNotebook(folder, cases))
      try {
        const window = await openWindow(browser, server.url)
        console.log(heading(rounds))
        const rows: string[][] = []
        for (const item of cases) {
          const peer = await inRounds(rounds, () => readPeer(browser, item))
          rows.push(row(item, await inRounds(rounds, () => readCase(window, item)), peer))
        }
        console.log(table([head, ...rows]))
        const note = await typeInNote(window)
        const bare = await typeInPeer(browser, paragraphsOf(50_000))
        console.log(
          `A key in a note of 50 KB, p95: ${number(note)} ms; in a bare editable page ${number(bare)} ms`,
        )
      } finally {
        await server.stop()
      }
    })
  } finally {
    await browser.close()
  }
  console.log(`Load of the machine now: ${loadavg().map(number).join(', ')}`)
}

const head = ['text', 'first paint', 'bare', 'marks', 'bare', 'frame p95', 'bare', 'add', 'bare', 'key p95']

function heading(rounds: number): string {
  return [
    `Reader in Chromium, medians of ${rounds} rounds, milliseconds; the window is loaded anew for each. Frames are drawn as soon as`,
    'they are ready, so that a time is work and not waiting for a screen:',
    '  first paint  from the release of the mouse on the source in the list, over call and answer, to the end of the frame with its first words',
    '  marks        from the same moment to the end of the frame with the first annotations painted',
    '  frame        scrolling by a third of the window a frame, 120 frames: the time 95 in 100 do not exceed',
    '  add          from the key H on a selection to the end of the frame that shows it marked; the notebook stores it meanwhile',
    '  key          from a letter typed into a comment to the end of the frame that shows it, saving between; 95 in 100 do not exceed it',
    'Bare: a page without an application that is given the same text in memory and shows it in <p> elements, in sections with',
    'content-visibility as the reader has them, with as many highlights, and that stores nothing.',
    'Budgets: 1 MB with 2,000 annotations 200 first paint, 20 frame, 30 add; 5 MB 600; 16 key.',
  ].join('\n')
}

function row({ title }: Case, { text, marks, scroll, add, key }: Reading, peer: Reading): string[] {
  const shown = (value: number | null): string => (value === null ? '' : number(value))
  return [
    title.replace(' annotations', ''),
    ...[text, peer.text, marks, peer.marks, scroll, peer.scroll, add, peer.add, key].map(shown),
  ]
}

/** The median of each value over the rounds. */
async function inRounds(rounds: number, read: () => Promise<Reading>): Promise<Reading> {
  const all: Reading[] = []
  for (let round = 0; round < rounds; round++) all.push(await read())
  const of = (pick: (reading: Reading) => number | null): number =>
    median(all.map((reading) => pick(reading) ?? 0))
  const [first] = all
  return {
    text: of(({ text }) => text),
    marks: first?.marks == null ? null : of(({ marks }) => marks),
    scroll: of(({ scroll }) => scroll),
    add: of(({ add }) => add),
    key: first?.key == null ? null : of(({ key }) => key),
  }
}
