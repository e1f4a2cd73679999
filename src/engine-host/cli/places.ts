import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** The folder that holds the program's `package.json`, from the sources as from the build. */
export function programRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('crossread is not installed whole: its package.json is missing')
    folder = parent
  }
  return folder
}

/** Where the built window stands, for a browser. */
export function rendererRoot(): string {
  return join(programRoot(), 'out', 'renderer')
}

/** Where the sample notebook is kept, the same folder as the window's own. `CROSSREAD_DOCUMENTS` names another one. */
export function sampleFolder(): string {
  return join(process.env.CROSSREAD_DOCUMENTS ?? join(homedir(), 'Documents'), 'Crossread')
}
