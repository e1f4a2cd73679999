import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, vi } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
/** Inside the project, so that the packages are found from there. */
const outDir = join(root, 'node_modules', '.cache', 'crossread-cli', String(process.pid))
/** The bundle's entry, for tests that start it themselves. */
export const builtCli = join(outDir, 'cli.js')

/**
 * Bundles the command line before a file's tests, as the build does: every test starts it many times, and a bundle
 * starts in a third of the time. Starting is slow all the same on a busy machine, so these tests may take long.
 */
export function withBuiltCli(): void {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
  beforeAll(async () => {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        target: 'node22',
        outDir,
        rollupOptions: {
          input: { cli: 'src/engine-host/cli/cli.ts', 'import-worker': 'src/engine/import/worker.ts' },
          output: { entryFileNames: '[name].js' },
        },
      },
    })
  })
  afterAll(() => rm(outDir, { recursive: true, force: true }))
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs one command line in a process of its own, as a terminal does. */
export function crossread(args: string[], input = ''): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [builtCli, ...args])
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', failed)
    child.on('close', (code) => done({ code, stdout, stderr }))
    child.stdin.end(input)
  })
}

/** Runs one command line whose output has no room, as on a full disk. Gives what is said on standard error. */
export function crossreadIntoFullDisk(args: string[]): { status: number | null; stderr: string } {
  const full = openSync('/dev/full', 'w')
  try {
    return spawnSync(process.execPath, [builtCli, ...args], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
  } finally {
    closeSync(full)
  }
}

/** The JSON objects of an output, one a line. */
export function jsonLines<T>(output: string): T[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line))
}

/** Starts a command that runs until it is stopped, and waits for its first line. */
export async function start(
  args: string[],
): Promise<{ firstLine: string; stop(signals?: NodeJS.Signals[]): Promise<number | null> }> {
  const child = spawn(process.execPath, [builtCli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const firstLine = await new Promise<string>((done, failed) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')))
    })
    child.on('close', (code) => failed(new Error(`it ended with ${code} before it said anything`)))
  })
  return {
    firstLine,
    /** Sends the signals a moment apart, and waits for the end. */
    async stop(signals = ['SIGTERM']) {
      for (const signal of signals) {
        child.kill(signal)
        await setTimeout(1)
      }
      return ended
    },
  }
}
