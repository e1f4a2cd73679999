import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type TestInfo } from '@playwright/test'
import type { App, AppKind } from './app.ts'
import { openChromium, startBrowser } from './chromium.ts'
import { Desk } from './desk.ts'
import { startDisplay } from './display.ts'
import { openElectron } from './electron.ts'

export interface Options {
  /** For tests that do what the window forbids, which its console then says. */
  consoleErrorsExpected: boolean
}

/** Starts a Crossread on an empty notebook in `folder`; what its console complains of is added to `errors`. */
type Open = (folder: string, errors: string[]) => Promise<App>

export interface WorkerOptions {
  kind: AppKind
}

interface WorkerFixtures {
  /** What one window after another is opened in: a running browser, or a display. Nothing of a notebook lives there. */
  open: Open
}

interface Fixtures {
  /** A freshly started Crossread on an empty notebook. The test fails when the window logs an error. */
  app: App
  /** What a person does in its window. */
  desk: Desk
}

/** Recording every test takes a fifth of the time of all: `CROSSREAD_TRACE=1` does it, to look at one that failed. */
const traced = process.env.CROSSREAD_TRACE === '1'

export const test = base.extend<Options & Fixtures, WorkerOptions & WorkerFixtures>({
  kind: ['chromium', { option: true, scope: 'worker' }],
  consoleErrorsExpected: [false, { option: true }],

  open: [
    async ({ kind }, use) => {
      if (kind === 'chromium') {
        const browser = await startBrowser()
        await use((folder, errors) => openChromium(browser, folder, errors))
        await browser.close()
      } else {
        const display = await startDisplay()
        await use((folder, errors) => openElectron(display.name, folder, errors))
        await display.close()
      }
    },
    { scope: 'worker' },
  ],

  app: async ({ open, consoleErrorsExpected }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'crossread-e2e-'))
    const errors: string[] = []
    const app = await open(folder, errors)
    const { tracing } = app.page.context()
    if (traced) await tracing.start({ screenshots: true, snapshots: true })
    await use(app)
    if (testInfo.status !== testInfo.expectedStatus) await keepWindow(app, testInfo)
    if (traced) await tracing.stop({ path: testInfo.outputPath('trace.zip') }).catch(() => undefined)
    await app.close()
    await rm(folder, { recursive: true, force: true })
    if (!consoleErrorsExpected) expect(errors, 'errors in the window’s console').toEqual([])
  },

  desk: async ({ app }, use) => {
    await use(new Desk(app))
  },
})

/** What the window showed when a test failed: as a picture, and as what can be found in it by role and name. */
async function keepWindow({ page }: App, testInfo: TestInfo): Promise<void> {
  const path = testInfo.outputPath('window.png')
  await page.screenshot({ path }).catch(() => undefined)
  await testInfo.attach('window', { path }).catch(() => undefined)
  const roles = await page
    .locator('body')
    .ariaSnapshot()
    .catch(() => null)
  if (roles !== null) await testInfo.attach('roles', { body: roles, contentType: 'text/yaml' })
}

export { expect }
