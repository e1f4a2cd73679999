/**
 * `npm test`: builds, then runs the units, the window in a browser and the window in Electron, as far as this
 * machine can. What it cannot run it names, with the reason; with CI=true a missing part is a failure.
 * Ends with the line `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, findElectron, hasDisplay } from './find.mjs'
import { commandOf, requireNode, root, run } from './lib.mjs'

requireNode()
const strict = process.env.CI === 'true'
const reports = join(root, 'test-results/reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */
const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const leftOut = []

const built = await step('Build', () =>
  run(process.execPath, [commandOf('electron-vite'), 'build'], { show: true }),
)
if (!built) total.failed++
await unitTests()
if (built) {
  await windowTests()
} else {
  leaveOut('End-to-end tests', 'the build failed')
}

for (const line of leftOut) console.log(line)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function unitTests() {
  const report = join(reports, 'units.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = await step('Units', () => run(process.execPath, [commandOf('vitest'), ...args], { show: true }))
  count('Units', ok, () => {
    const result = readJson(report)
    return {
      passed: result.numPassedTests,
      // A file that does not even load has no tests to fail.
      failed: result.numFailedTests + result.testResults.filter(isBrokenFile).length,
      skipped: result.numPendingTests + result.numTodoTests,
    }
  })
}

function isBrokenFile(file) {
  return file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
}

/** Both windows in one run, so that a worker that is through with one window's tests goes on with the other's. */
async function windowTests() {
  const chromium = findChromium()
  if (!chromium) leaveOut('The window in a browser', 'no Chromium was found; CROSSREAD_CHROMIUM can name one')
  const electron = await findElectron()
  if (!electron.path) leaveOut('The window in Electron', electron.reason)
  else if (!hasDisplay()) leaveOut('The window in Electron', 'there is no display, and no Xvfb to make one')
  const windows = [...(chromium ? ['chromium'] : []), ...(electron.path && hasDisplay() ? ['electron'] : [])]
  if (windows.length === 0) return

  const report = join(reports, 'windows.json')
  const command = commandOf('@playwright/test', 'playwright')
  const args = [command, 'test', ...windows.map((window) => `--project=${window}`)]
  const env = {
    ...process.env,
    ...(chromium ? { CROSSREAD_CHROMIUM: chromium } : {}),
    CROSSREAD_TEST_REPORT: report,
  }
  const name = `The window in ${windows.join(' and ')}`
  const ok = await step(name, () => run(process.execPath, args, { show: true, env }))
  count(name, ok, () => {
    const { stats, errors } = readJson(report)
    if (stats.flaky > 0)
      console.log(`${name}: ${stats.flaky} tests passed in their second run only; they are named above.`)
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }
  })
}

/** @param {() => Promise<{code: number}>} start */
async function step(name, start) {
  console.log(`\n== ${name}`)
  const { code } = await start()
  return code === 0
}

/**
 * Adds a part's counts to the total. A part that failed without a failed test (a crash, no report) is one failure.
 * @param {string} name
 * @param {boolean} ok whether its command ended well
 * @param {() => Counts} read
 */
function count(name, ok, read) {
  /** @type {Counts} */
  let counts
  try {
    counts = read()
  } catch {
    counts = { passed: 0, failed: 0, skipped: 0 }
  }
  total.passed += counts.passed
  total.failed += counts.failed === 0 && !ok ? 1 : counts.failed
  if (counts.skipped > 0)
    leaveOut(`${name}: ${counts.skipped} tests`, 'they skip themselves here', counts.skipped)
}

function leaveOut(what, why, weight = 1) {
  leftOut.push(`${strict ? 'FAILED, left out' : 'Left out'}: ${what}: ${why}.`)
  if (strict) total.failed += weight
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
