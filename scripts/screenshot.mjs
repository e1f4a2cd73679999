/**
 * `node scripts/screenshot.mjs`: the picture in README.md, of the sample notebook as it is built now.
 * `node scripts/screenshot.mjs FOLDER`: every view in light, dark and sepia, to look at after a change of style.
 * Wants a build (`npm run build`) and a Chromium.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { findChromium } from './find.mjs'
import { requireNode, root } from './lib.mjs'

requireNode()
const views = ['Read', 'Claims', 'Matrix', 'Graph', 'Timeline', 'Inbox', 'Notes', 'Annotations']
const themes = ['Light', 'Dark', 'Sepia']
const settleMs = 400

const folder = mkdtempSync(join(tmpdir(), 'crossread-screenshot-'))
const server = await serve(join(folder, 'start.crossread'))
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  chromiumSandbox: process.getuid?.() !== 0,
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Open the sample notebook' }).click()
  await openSource(page)
  const [target] = process.argv.slice(2)
  if (target === undefined) await page.screenshot({ path: join(root, 'docs/screenshot.png') })
  else await everyView(page, target)
} finally {
  await browser.close()
  server.process.kill('SIGTERM')
  await once(server.process, 'exit')
  rmSync(folder, { recursive: true, force: true })
}

/** Opens the source with the most annotations, and selects its first one. */
async function openSource(page) {
  const sources = page.getByRole('grid', { name: 'Sources' })
  await sources.getByRole('row').first().waitFor()
  const counts = await sources
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => Number(/(\d+) annotation/.exec(row.innerHTML)?.[1] ?? 0)))
  await sources
    .getByRole('row')
    .nth(counts.indexOf(Math.max(...counts)))
    .click()
  await page.getByRole('article').first().waitFor()
  await page.mouse.move(5, 895)
  await page.waitForTimeout(settleMs)
}

async function everyView(page, target) {
  mkdirSync(target, { recursive: true })
  for (const theme of themes) {
    await chooseTheme(page, theme)
    for (const view of views) {
      await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
      await page.mouse.move(5, 895)
      await page.waitForTimeout(settleMs)
      await page.screenshot({ path: join(target, `${view}-${theme}.png`.toLowerCase()) })
    }
  }
}

async function chooseTheme(page, theme) {
  await page.getByRole('button', { name: 'Text and theme' }).click()
  await page.getByRole('button', { name: theme, exact: true }).click()
  await page.keyboard.press('Escape')
}

/** @returns {Promise<{process: import('node:child_process').ChildProcess, url: string}>} */
async function serve(notebook) {
  const args = [join(root, 'out/main/cli.js'), 'serve', '--notebook', notebook, '--no-open', '--json']
  const env = { ...process.env, CROSSREAD_DOCUMENTS: folder }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume()
    return { process: child, url: JSON.parse(line).url }
  }
  throw new Error(
    'The server ended before it printed its address. Is there a build? `npm run build` makes one.',
  )
}
