#!/usr/bin/env node
// Written so that old versions of Node can read it: they have to be able to say that they are too old.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isatty } from 'node:tty'
import { fileURLToPath, pathToFileURL } from 'node:url'

const oldestNode = 22
const self = fileURLToPath(import.meta.url)
const root = dirname(dirname(self))
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const cli = join(root, 'out', 'main', 'cli.js')

function fail(message) {
  process.stderr.write(`crossread: ${message}\n`)
  process.exit(1)
}

/** Runs the same command line on the Node that came with the program, and ends as it ends. */
function runOnOwnNode() {
  // A terminal sends Ctrl+C to both processes by itself. Heard from the start, or it would end this one alone.
  const hasTerminal = [0, 1, 2].some(isatty)
  process.on('SIGINT', () => hasTerminal || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const child = spawn(ownNode, [self].concat(process.argv.slice(2)), { stdio: 'inherit' })
  child.on('error', (error) => fail(`the Node that comes with it cannot be run: ${error.message}`))
  child.on('exit', (code) => process.exit(code === null ? 1 : code))
}

if (!existsSync(cli)) {
  fail(`it has not been built yet. Run \`npm install && npm run build\` in ${root} first.`)
} else if (Number(process.versions.node.split('.')[0]) >= oldestNode) {
  import(pathToFileURL(cli).href).catch((error) => fail(String(error.stack || error)))
} else if (existsSync(ownNode)) {
  runOnOwnNode()
} else {
  const newer = `It needs Node ${oldestNode} or newer, and this is ${process.versions.node}.`
  fail(`${newer} Run \`npm install\` in ${root}, which brings one along, or install a newer Node.`)
}
