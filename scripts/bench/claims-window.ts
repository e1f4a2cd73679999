import type { Browser, Page } from '@playwright/test'
import type { ClaimsSize } from './claims-notebook.ts'
import { number, percentile, table } from './measure.ts'
import { openPage, serve, settled, startChromium } from './reader-window.ts'

/** No frame is to take longer while somebody moves a view, in milliseconds. */
const longest = 50
const moves = 90

/** A view, what shows that it is there, and how one moves in it. */
interface View {
  tab: string
  shown: string
  move: 'wheel' | 'drag'
}

const views: View[] = [
  { tab: 'Claims', shown: '[role=listbox], [role=grid]', move: 'wheel' },
  { tab: 'Matrix', shown: '[role=grid] [role=gridcell], [role=grid] td', move: 'wheel' },
  { tab: 'Graph', shown: '[data-node], canvas', move: 'drag' },
  { tab: 'Timeline', shown: 'main button, main [role=listitem]', move: 'drag' },
  { tab: 'Inbox', shown: '[data-inbox] li, [data-inbox] button', move: 'wheel' },
]

/** How long each view takes to be there, and its frames while it is moved, beside a bare table and a bare drawing of the same size. */
export async function benchClaimsWindow(notebook: string, size: ClaimsSize): Promise<void> {
  const browser = await startChromium()
  if (browser === null) return console.log('\nThe views were not measured: there is no Chromium.')
  const server = await serve(notebook)
  try {
    const page = await openPage(browser, server.url)
    const rows: string[][] = []
    for (const view of views) rows.push(await measureView(page, view))
    rows.push(await measurePeer(browser, 'bare table, 500 x 200', bareTable, 'wheel'))
    rows.push(await measurePeer(browser, 'bare drawing, 1,000 boxes', bareDrawing, 'drag'))
    console.log(
      `\nViews of ${number(size.claims)} claims and ${number(size.sources)} sources in Chromium, ms`,
    )
    console.log(
      table([
        ['', 'open p50', 'frame p50', 'p95', 'longest', 'frames', `no frame over ${longest} ms`],
        ...rows,
      ]),
    )
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measureView(page: Page, { tab, shown, move }: View): Promise<string[]> {
  const button = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: tab })
  const away = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Notes' })
  const opens: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    await away.click()
    await settled(page)
    const began = performance.now()
    await button.click()
    await page.locator(shown).first().waitFor()
    opens.push(performance.now() - began)
  }
  // What goes on behind the first sight of it, such as laying a graph out, is not moving it.
  await page.waitForTimeout(6_000)
  return rowOf(tab, opens, await framesOf(page, move))
}

async function measurePeer(
  browser: Browser,
  name: string,
  fill: () => void,
  move: View['move'],
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  await page.evaluate(fill)
  await settled(page)
  const frames = await framesOf(page, move)
  await page.close()
  return rowOf(name, [], frames)
}

function rowOf(name: string, opens: number[], frames: number[]): string[] {
  const most = Math.max(...frames)
  return [
    name,
    opens.length === 0 ? '' : number(percentile(opens, 0.5)),
    number(percentile(frames, 0.5)),
    number(percentile(frames, 0.95)),
    number(most),
    String(frames.length),
    most <= longest ? 'ok' : 'OVER',
  ]
}

/** The times between frames while the view is moved to and fro. */
async function framesOf(page: Page, move: View['move']): Promise<number[]> {
  const at = { x: 800, y: 480 }
  await page.mouse.move(at.x, at.y)
  if (move === 'drag') await page.mouse.move(at.x - 40, at.y + 300)
  await page.evaluate(startFrames)
  if (move === 'drag') await page.mouse.down()
  for (let step = 0; step < moves; step++) {
    const there = Math.floor(step / 15) % 2 === 0 ? 1 : -1
    if (move === 'wheel') await page.mouse.wheel(step % 3 === 0 ? 60 * there : 0, 90 * there)
    else await page.mouse.move(at.x - 40 + there * (step % 15) * 12, at.y + 300 - there * (step % 15) * 6)
  }
  if (move === 'drag') await page.mouse.up()
  return page.evaluate(stopFrames)
}

interface Frames {
  frames: number[]
  running: boolean
}
declare const benchFrames: Frames

function startFrames(): void {
  const record: Frames = { frames: [], running: true }
  Object.assign(window, { benchFrames: record })
  let last = performance.now()
  const next = (now: number): void => {
    record.frames.push(now - last)
    last = now
    if (record.running) requestAnimationFrame(next)
  }
  requestAnimationFrame((now) => {
    last = now
    requestAnimationFrame(next)
  })
}

function stopFrames(): number[] {
  benchFrames.running = false
  return benchFrames.frames
}

function bareTable(): void {
  const rows = Array.from({ length: 500 }, () => `<tr>${'<td>+</td>'.repeat(200)}</tr>`)
  document.body.innerHTML = `<div style="height: 800px; overflow: auto"><table>${rows.join('')}</table></div>`
}

function bareDrawing(): void {
  const boxes = Array.from(
    { length: 1000 },
    (_, index) =>
      `<rect x="${(index % 40) * 220}" y="${Math.floor(index / 40) * 70}" width="200" height="50" fill="none" stroke="black"/>`,
  )
  document.body.innerHTML = `<svg width="1380" height="800"><g transform="scale(0.2)">${boxes.join('')}</g></svg>`
  const group = document.querySelector('g')
  addEventListener('mousemove', (event) => {
    if (event.buttons > 0) group?.setAttribute('transform', `translate(${event.x} ${event.y}) scale(0.2)`)
  })
}
