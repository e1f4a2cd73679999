import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The project's folder, wherever a script is started from. */
export const root = resolve(import.meta.dirname, '..')

/** Stops with a clear message where Node is too old for the native parts, instead of a crash deep inside them. */
export function requireNode(major = 22) {
  if (Number(process.versions.node.split('.')[0]) >= major) return
  console.error(
    `This needs Node ${major} or newer; this is ${process.version}. Run it through npm, as in "npm test":`,
  )
  console.error('npm puts the Node that package.json pins first.')
  process.exit(1)
}

/**
 * The script behind a package's command, to be run by this very Node and not by whichever comes first in PATH.
 * @param {string} packageName
 * @param {string} [command] the command's name, where it differs from the package's
 */
export function commandOf(packageName, command = packageName) {
  const require = createRequire(join(root, 'package.json'))
  const file = join(root, 'node_modules', packageName, 'package.json')
  const { bin } = require(file)
  return join(dirname(file), typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs a command to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, show?: boolean}} [options] `show` lets the output through as it comes
 * @returns {Promise<{code: number, output: string}>} `output` is empty where it was shown
 */
export function run(file, args, { env = process.env, show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd: root, env, stdio: show ? 'inherit' : 'pipe' })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

/** Runs a package's command under this Node. */
export function runCommand(packageName, args, options = {}) {
  const { command, ...rest } = options
  return run(process.execPath, [commandOf(packageName, command), ...args], rest)
}
