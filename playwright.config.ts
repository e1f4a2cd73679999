import { defineConfig, type ReporterDescription } from '@playwright/test'
import type { Options } from './tests/e2e/app/test.ts'

const reporters: ReporterDescription[] = [['list']]
const report = process.env.CROSSREAD_TEST_REPORT
if (report) reporters.push(['json', { outputFile: report }])

/**
 * The same steps in two windows: the built application in Electron, and the same window served to Chromium.
 * What differs between them stands in `tests/e2e/app/`.
 */
export default defineConfig<Options>({
  testDir: 'tests/e2e',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // One window at a time: keyboard focus and the clipboard belong to the whole display.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: reporters,
  projects: [project('chromium', '**/*.electron.spec.ts'), project('electron', '**/*.chromium.spec.ts')],
})

/** A window's tests: all but those that are about the other window alone. */
function project(kind: Options['kind'], others: string) {
  return { name: kind, use: { kind }, testIgnore: others, outputDir: `test-results/${kind}` }
}
