/** What this machine has to run the window in: a Chromium, an Electron, a display. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, run } from './lib.mjs'

/** The Chromium to test in: `CROSSREAD_CHROMIUM`, or one that the system has; null where there is none. */
export function findChromium() {
  if (process.env.CROSSREAD_CHROMIUM) return process.env.CROSSREAD_CHROMIUM
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  return names.map(findProgram).find(Boolean) ?? installed.find(isExecutable) ?? null
}

/**
 * The Electron that the electron package gives, fetched by it where it was not yet.
 * @returns {Promise<{path: string | null, reason: string}>}
 */
export async function findElectron() {
  const { code, output } = await run(process.execPath, ['-p', "'path:' + require('electron')"])
  const path = /^path:(.+)$/m.exec(output)?.[1]
  if (code === 0 && path && isExecutable(path)) return { path, reason: '' }
  return { path: null, reason: 'the electron package has no binary and could not fetch one' }
}

/** How to give a command a display: nothing to do, through xvfb-run, or not at all (null). */
export function findDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return []
  const xvfb = findProgram('xvfb-run')
  return xvfb ? [xvfb, '-a', '-s', '-screen 0 1440x900x24'] : null
}

/** Where a program of this name stands in PATH, the project's own commands left aside. */
function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(root))
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
