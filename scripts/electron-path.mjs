import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * The program that starts Electron. The electron package names it, downloading its binary the first time; throws when
 * that fails. An Electron put in place by hand on Linux is started through `electron-by-hand.sh`.
 */
export function electronPath() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH && process.platform === 'linux') {
    return join(import.meta.dirname, 'electron-by-hand.sh')
  }
  return createRequire(import.meta.url)('electron')
}
