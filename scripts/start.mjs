/**
 * `npm start [-- NOTEBOOK]`: builds what is not built yet and opens the window. Where there is no display, no
 * Electron, or an Electron that does not run, the same app is served to a browser and its address is printed.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { electronPath } from './electron-path.mjs'
import { findElectron } from './find.mjs'
import { requireNode, root, runCommand } from './lib.mjs'
import { runToEnd } from './run-to-end.mjs'

/** An Electron that ends with an error this soon never came up. */
const launchPatienceMs = 10_000

requireNode()
const args = process.argv.slice(2)
if (!isBuilt()) await build()
const hindrance = await openWindow()
if (hindrance !== null) await serve(hindrance)

function isBuilt() {
  const outputs = [
    'main/main.js',
    'main/engine.js',
    'main/cli.js',
    'preload/preload.cjs',
    'renderer/index.html',
  ]
  const built = Math.min(...outputs.map((file) => changedAt(join(root, 'out', file))))
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((file) => join(root, 'src', file))
  const settings = ['package.json', 'electron.vite.config.ts'].map((file) => join(root, file))
  return [...sources, ...settings].every((file) => changedAt(file) <= built)
}

/** When a file was last changed, in milliseconds; 0 for one that is not there. */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

async function build() {
  console.log('Building Crossread…')
  const { code } = await runCommand('electron-vite', ['build'], { show: true })
  if (code !== 0) process.exit(code)
}

/** Opens the window and ends with it. Returns only when that could not be done, with the reason. */
async function openWindow() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (!display) return 'there is no display'
  const { path, reason } = await findElectron()
  if (path === null) return reason
  const started = Date.now()
  const code = await runToEnd(electronPath(), [root, ...sandboxArguments(), ...args])
  if (code !== 0 && Date.now() - started < launchPatienceMs) return `Electron did not start (${code})`
  process.exit(typeof code === 'number' ? code : 1)
}

function sandboxArguments() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return []
  console.log('Running as root, for whom Chromium has no sandbox: starting without it (--no-sandbox).')
  return ['--no-sandbox']
}

async function serve(hindrance) {
  console.log(`No window: ${hindrance}. Serving Crossread to a browser instead.`)
  const named = args.find((arg) => arg.endsWith('.crossread')) ?? process.env.CROSSREAD_NOTEBOOK
  const notebook = named ? resolve(named) : defaultNotebook()
  mkdirSync(dirname(notebook), { recursive: true })
  const rest = args.filter((arg) => !arg.endsWith('.crossread'))
  const cli = join(root, 'out/main/cli.js')
  const code = await runToEnd(process.execPath, [cli, 'serve', '--notebook', notebook, ...rest])
  process.exit(typeof code === 'number' ? code : 1)
}

/** The notebook of a first start, as in src/main/paths.ts. */
function defaultNotebook() {
  const documents = process.env.CROSSREAD_DOCUMENTS ?? join(homedir(), 'Documents')
  return join(documents, 'Crossread', 'My notebook.crossread')
}
