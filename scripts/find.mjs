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

/** Whether windows can be shown here: on the machine's own display, or on one that `findVirtualDisplay` makes. */
export function hasDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return true
  return findVirtualDisplay() !== null
}

/**
 * The program that makes an X display without a screen; null where there is none.
 * @returns {string | null}
 */
export function findVirtualDisplay() {
  return process.platform === 'linux' ? (findProgram('Xvfb') ?? null) : null
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
