import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { findChromium } from '../find.mjs'
import { median, percentile } from './measure.ts'
import { type Case, noteTitle, restingTitle } from './reader-notebook.ts'
import { installProbe, type Probe } from './reader-probe.ts'

/** What one opening of one text took, in milliseconds. */
export interface Reading {
  text: number
  /** Null where there is nothing to paint. */
  marks: number | null
  scroll: number
  add: number
  /** Null where a comment is not measured. */
  key: number | null
}

declare const probe: Probe

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..')

const addings = 5
const keysInARow = 20

/** The Chromium to measure in: it draws a frame as soon as it is needed, so that no time is spent waiting for a screen. */
export async function startChromium(): Promise<Browser | null> {
  const executablePath = findChromium()
  if (executablePath === null) return null
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
      '--disable-background-networking',
      '--disable-sync',
    ],
  })
}

/** The built application served on a notebook, as `npm start` does where there is no Electron. */
export async function serve(notebook: string): Promise<{ url: string; stop(): Promise<void> }> {
  const args = [join(root, 'out/main/cli.js'), 'serve', '--notebook', notebook, '--no-open', '--json']
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line)
    child.stdout.resume()
    return {
      url,
      async stop() {
        child.kill('SIGTERM')
        if (child.exitCode === null) await once(child, 'exit')
      },
    }
  }
  throw new Error('The server ended before it printed its address.')
}

/** A page of the application, in a browser's window of a common size. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  // A busy machine makes one wait, and a measurement that gives up is none.
  page.setDefaultTimeout(180_000)
  await page.addInitScript(installProbe)
  await page.goto(url)
  return page
}

/** The same, at rest. */
export async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await openPage(browser, url)
  await rest(page)
  return page
}

/** Loads the window anew, so that nothing of the text is there yet, opens the text and works in it. */
export async function readCase(page: Page, { title, annotations }: Case): Promise<Reading> {
  await page.reload()
  await rest(page)
  const { text, marks } = await opened(page, title, annotations > 0, rowOf(page, title))
  await settled(page)
  const scroll = percentile(await page.evaluate(() => probe.scrolled(120)), 0.95)
  await settled(page)
  const adds: number[] = []
  for (let nth = 0; nth < addings; nth++) {
    await page.evaluate((which) => probe.selectBlock(which), nth % 3)
    await page.getByRole('toolbar', { name: 'Annotate the selection' }).waitFor()
    adds.push(await pressed(page, 'h'))
    await settled(page)
  }
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Comment' }).waitFor()
  const key = await typing(page)
  await page.keyboard.press('Escape')
  return { text, marks: marks < 0 ? null : marks, scroll, add: median(adds), key }
}

/** How long letters take in the middle of a long note: the time that 95 in 100 keys do not exceed. */
export async function typeInNote(page: Page): Promise<number> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Notes' }).click()
  await page.getByRole('option', { name: noteTitle }).click()
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await note.locator('p').nth(40).click()
  await settled(page)
  return typing(page)
}

/** Clicks on what opens a text, and gives how long that took. The page waits for it before anything is clicked. */
export async function opened(
  page: Page,
  title: string,
  withMarks: boolean,
  button: Locator,
): Promise<{ text: number; marks: number }> {
  await page.evaluate(([name, marks]) => probe.armOpened(name, marks), [title, withMarks] as const)
  await button.click()
  return page.evaluate(() => probe.armed as ReturnType<Probe['opened']>)
}

/** Presses a key and gives the time until one highlight more is shown. */
export async function pressed(page: Page, key: string): Promise<number> {
  await page.evaluate(() => probe.armMarked())
  await page.keyboard.press(key)
  return page.evaluate(() => probe.armed as ReturnType<Probe['marked']>)
}

/** Types, pauses until what was typed is saved, and types on. */
export async function typing(page: Page): Promise<number> {
  await page.evaluate(() => probe.startTyping())
  for (let part = 0; part < 3; part++) {
    for (let key = 0; key < keysInARow; key++) await page.keyboard.press('abcdefghij '.charAt(key % 11))
    await settled(page)
  }
  return percentile(await page.evaluate(() => probe.stopTyping()), 0.95)
}

/** Shows the short text, and waits until the window has nothing to do. */
async function rest(page: Page): Promise<void> {
  await rowOf(page, restingTitle).click()
  await page.getByRole('article').getByRole('document', { name: restingTitle }).locator('p').first().waitFor()
  await settled(page)
}

function rowOf(page: Page, title: string) {
  return page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: title })
}

/** Lets saving, indexing and what else follows an action come to its end. */
export function settled(page: Page): Promise<void> {
  return page.waitForTimeout(700)
}
