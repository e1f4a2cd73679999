import { defineConfig, type ReporterDescription } from '@playwright/test'
import { findVirtualDisplay } from './scripts/find.mjs'
import type { Options, WorkerOptions } from './tests/e2e/app/test.ts'

const reporters: ReporterDescription[] = [['list']]
const report = process.env.CROSSREAD_TEST_REPORT
if (report) reporters.push(['json', { outputFile: report }])

// Keyboard focus and the clipboard belong to a whole display: without one for each, one window at a time.
const electronWorkers = findVirtualDisplay() ? 2 : 1

/**
 * The same steps in two windows: the built application in Electron, and the same window served to Chromium.
 * What differs between them stands in `tests/e2e/app/`.
 */
export default defineConfig<Options, WorkerOptions>({
  testDir: 'tests/e2e',
  // A machine that is given to others for a while is slow, and nothing is wrong.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Every test has a notebook of its own, so that they go side by side in any order.
  fullyParallel: true,
  // Only where nobody looks on; which tests took two runs is printed.
  retries: process.env.CI === 'true' ? 1 : 0,
  forbidOnly: process.env.CI === 'true',
  reporter: reporters,
  projects: [
    project('chromium', '**/*.electron.spec.ts', 2),
    project('electron', '**/*.chromium.spec.ts', electronWorkers),
  ],
})

/** A window's tests: all but those that are about the other window alone. */
function project(kind: WorkerOptions['kind'], others: string, workers: number) {
  return { name: kind, use: { kind }, testIgnore: others, outputDir: `test-results/${kind}`, workers }
}
