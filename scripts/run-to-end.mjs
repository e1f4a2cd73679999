import { spawn } from 'node:child_process'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in this terminal until it ends, passing on what would end this process, so that the program can
 * close its files first.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number | string>} its exit code, or the signal or error that kept it from giving one
 */
export function runToEnd(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' })
    // Ctrl+C reaches the program by itself, as one of the terminal's group; the others only reach us.
    const pass = (signal) => signal === 'SIGINT' || child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => {
      for (const passed of signals) process.off(passed, pass)
      resolve(code ?? signal ?? 1)
    })
  })
}
