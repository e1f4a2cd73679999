import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { App, AppKind } from './app.ts'
import { openChromium } from './chromium.ts'
import { Desk } from './desk.ts'
import { openElectron } from './electron.ts'

export interface Options {
  kind: AppKind
  /** For tests that do what the window forbids, which its console then says. */
  consoleErrorsExpected: boolean
}

interface Fixtures {
  /** A freshly started Crossread on an empty notebook. The test fails when the window logs an error. */
  app: App
  /** What a person does in its window. */
  desk: Desk
}

export const test = base.extend<Options & Fixtures>({
  kind: ['chromium', { option: true }],
  consoleErrorsExpected: [false, { option: true }],

  app: async ({ kind, consoleErrorsExpected }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'crossread-e2e-'))
    const errors: string[] = []
    const app = await (kind === 'electron' ? openElectron : openChromium)(folder, errors)
    await app.page.context().tracing.start({ screenshots: true, snapshots: true })
    await use(app)
    const failed = testInfo.status !== testInfo.expectedStatus
    if (failed) {
      const path = testInfo.outputPath('window.png')
      await app.page.screenshot({ path }).catch(() => undefined)
      await testInfo.attach('window', { path }).catch(() => undefined)
    }
    const trace = failed ? { path: testInfo.outputPath('trace.zip') } : {}
    await app.page
      .context()
      .tracing.stop(trace)
      .catch(() => undefined)
    await app.close()
    await rm(folder, { recursive: true, force: true })
    if (!consoleErrorsExpected) expect(errors, 'errors in the window’s console').toEqual([])
  },

  desk: async ({ app }, use) => {
    await use(new Desk(app))
  },
})

export { expect }
