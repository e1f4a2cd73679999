import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { newId } from '#shared/ids.ts'
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
    async savedOriginal(start) {
      const [download] = await Promise.all([page.waitForEvent('download'), start()])
      const target = join(folder, `${newId()}-${download.suggestedFilename()}`)
      await download.saveAs(target)
      return target
    },
    async copyElsewhere(copied) {
      if ('png' in copied) {
        await context.grantPermissions(['clipboard-write'])
        await page.evaluate(writeImage, [...copied.png])
        await context.clearPermissions()
        return
      }
      const elsewhere = await context.newPage()
      await elsewhere.evaluate(writeWords, copied)
      await elsewhere.close()
      await page.bringToFront()
    },
    async copiedText() {
      await context.grantPermissions(['clipboard-read'])
      const text = await page.evaluate(() => navigator.clipboard.readText())
      await context.clearPermissions()
      return text
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

/** Runs in a page: what is copied is what the listener says. */
function writeWords({ html, text }: { html?: string; text: string }): void {
  const words = document.createElement('p')
  words.textContent = 'copied'
  document.body.append(words)
  getSelection()?.selectAllChildren(words)
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', copy, { once: true })
  if (!document.execCommand('copy')) throw new Error('The browser did not copy.')
}

async function writeImage(bytes: number[]): Promise<void> {
  const image = new Blob([new Uint8Array(bytes)], { type: 'image/png' })
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })])
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
