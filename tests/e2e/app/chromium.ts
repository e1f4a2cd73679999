import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { type App, untilReady, watchForErrors } from './app.ts'
import { commandTitle } from './titles.ts'

const root = resolve(import.meta.dirname, '../../..')

/** One Chromium for all tests of a worker: starting it takes longer than many a test. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CROSSREAD_CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/**
 * The loopback server on a notebook in `folder`, looked at in a context of its own: nothing that one test keeps in the
 * browser is there for another.
 */
export async function openChromium(browser: Browser, folder: string, errors: string[]): Promise<App> {
  const notebook = join(folder, 'My notebook.crossread')
  const start = () => serve(notebook, join(folder, 'documents'))
  let server = await start()
  const context = await browser.newContext({
    viewport: { width: 1400, height: 860 },
    acceptDownloads: true,
  })
  const page = await context.newPage()
  watchForErrors(page, errors)
  await page.goto(server.url)
  await untilReady(page)
  return {
    kind: 'chromium',
    folder,
    page,
    async chooseFiles(paths, open) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
      await chooser.setFiles(paths)
    },
    async exported(start) {
      const [download] = await Promise.all([page.waitForEvent('download'), start()])
      const bytes = new Uint8Array(await readFile(await download.path()))
      return unpack(download.suggestedFilename(), bytes)
    },
    async downloaded(start) {
      const [download] = await Promise.all([page.waitForEvent('download'), start()])
      return download.path()
    },
    menu: (command) => fromPalette(page, commandTitle(command)),
    async restart() {
      await page.goto('about:blank')
      await stop(server.process)
      server = await start()
      await page.goto(server.url)
      await untilReady(page)
    },
    async close() {
      await context.close()
      await stop(server.process)
    },
  }
}

/** Starts `crossread serve` and waits for the address it prints. */
async function serve(notebook: string, documents: string): Promise<{ process: ChildProcess; url: string }> {
  const args = [join(root, 'out/main/cli.js'), 'serve', '--notebook', notebook, '--no-open', '--json']
  const env = { ...process.env, CROSSREAD_DOCUMENTS: documents }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line)
    child.stdout.resume()
    return { process: child, url }
  }
  throw new Error('The server ended before it printed its address.')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function fromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('combobox').fill(title)
  await palette.getByRole('option', { name: title }).first().click()
  await palette.waitFor({ state: 'hidden' })
}

function unpack(name: string, bytes: Uint8Array): Map<string, string> {
  const text = (part: Uint8Array) => new TextDecoder().decode(part)
  if (!name.endsWith('.zip')) return new Map([[name, text(bytes)]])
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, text(part)]))
}
