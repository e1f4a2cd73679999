import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { newId } from '#shared/ids.ts'
import { electronPath } from '../../../scripts/electron-path.mjs'
import { type App, untilReady, watchForErrors } from './app.ts'

const root = resolve(import.meta.dirname, '../../..')

/**
 * The built application in a real Electron window, with documents and settings in `folder`. `display` is the X display
 * to show it on; null for the one that is there.
 */
export async function openElectron(
  display: string | null,
  folder: string,
  errors: string[],
): Promise<App & { electron(): ElectronApplication }> {
  let { application, page } = await launch(display, folder, errors)
  return {
    kind: 'electron',
    folder,
    electron: () => application,
    get page() {
      return page
    },
    async chooseFiles(paths, open) {
      await application.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
      }, paths)
      await open()
    },
    async exported(start) {
      const target = join(folder, `export-${newId()}`)
      await application.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
      }, target)
      await start()
      await page.getByText('Exported').first().waitFor()
      return readAll(target)
    },
    async downloaded(start) {
      const target = join(folder, `download-${newId()}`)
      const waiting = await application.evaluateHandle(({ session }, path) => {
        const saved = new Promise<void>((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            item.setSavePath(path)
            item.once('done', () => resolve())
          })
        })
        return { saved }
      }, target)
      await start()
      await waiting.evaluate(({ saved }) => saved)
      return target
    },
    async savedOriginal(start) {
      const prefix = join(folder, newId())
      await application.evaluate(({ dialog }, before) => {
        // As a person does who takes the suggested name.
        const answer = async (...args: unknown[]) => {
          const { defaultPath = '' } = args.at(-1) as { defaultPath?: string }
          return { canceled: false, filePath: `${before}-${defaultPath.replace(/^.*[\\/]/, '')}` }
        }
        dialog.showSaveDialog = answer
      }, prefix)
      await start()
      // The toast may still be the one of the file before.
      for (;;) {
        const name = (await readdir(folder)).find((file) => join(folder, file).startsWith(`${prefix}-`))
        if (name !== undefined) return join(folder, name)
        await page.waitForTimeout(100)
      }
    },
    async copyElsewhere(copied) {
      const words = 'png' in copied ? null : copied
      const image = 'png' in copied ? Buffer.from(copied.png).toString('base64') : null
      await application.evaluate(writeClipboard, { words, image })
    },
    copiedText: () => application.evaluate(({ clipboard }) => clipboard.readText()),
    async menu(command) {
      // What the window allows reaches the native menu a moment later.
      await expect(() =>
        application.evaluate(({ Menu }, id) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(id)
          if (!item) throw new Error(`The native menu has no entry ${id}.`)
          if (!item.enabled) throw new Error(`The native menu's entry ${id} is disabled.`)
          item.click()
        }, command),
      ).toPass({ timeout: 10_000 })
    },
    async restart() {
      await application.close()
      ;({ application, page } = await launch(display, folder, errors))
    },
    close: () => application.close(),
  }
}

async function launch(
  display: string | null,
  folder: string,
  errors: string[],
): Promise<{ application: ElectronApplication; page: Page }> {
  const application = await _electron.launch({
    executablePath: electronPath(),
    cwd: root,
    // Root has no Chromium sandbox; everybody else keeps it.
    args: [
      '.',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'settings')}`,
    ],
    env: {
      ...definedEnvironment(),
      ...(display === null ? {} : { DISPLAY: display }),
      CROSSREAD_DOCUMENTS: join(folder, 'documents'),
    },
  })
  const page = await application.firstWindow()
  watchForErrors(page, errors)
  await untilReady(page)
  return { application, page }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** Runs in the main process. Older versions of Electron than the one in package.json write each form by itself. */
async function writeClipboard(
  { clipboard, nativeImage, ClipboardItem }: typeof Electron.CrossProcessExports,
  { words, image }: { words: { html?: string; text: string } | null; image: string | null },
): Promise<void> {
  const older = clipboard as unknown as { write(data: unknown): unknown; writeImage?(image: unknown): void }
  const bytes = image === null ? null : Buffer.from(image, 'base64')
  if (older.writeImage) {
    if (bytes) older.writeImage(nativeImage.createFromBuffer(bytes))
    else older.write(words)
    return
  }
  const forms: Record<string, string | Blob> = bytes
    ? { 'image/png': new Blob([new Uint8Array(bytes)], { type: 'image/png' }) }
    : { 'text/plain': words?.text ?? '', ...(words?.html !== undefined && { 'text/html': words.html }) }
  await clipboard.write([new ClipboardItem(forms)])
}

/** Every text file at or under `path`, by its path from there; a single file under its own name. */
async function readAll(path: string): Promise<Map<string, string>> {
  if ((await stat(path)).isFile())
    return new Map([[relative(resolve(path, '..'), path), await readFile(path, 'utf8')]])
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = join(entry.parentPath, entry.name)
    files.set(relative(path, file).replaceAll('\\', '/'), await readFile(file, 'utf8'))
  }
  return files
}
