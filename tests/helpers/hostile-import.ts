import { expect } from 'vitest'
import { newId } from '#shared/ids.ts'
import type { ImportLine } from '#shared/model.ts'
import type { TestNotebook } from './notebook.ts'

/** A document nobody can object to. */
export const good = Buffer.from('A good document\n\nThe ferry ran aground at noon, the coast guard said.\n')

/** A reason a person understands: a sentence, without what programs say to each other. */
export const human = /^[\p{Lu}“][^\n]{10,}[.!]$/u
export const machine = /undefined|null|NaN|\[object|Error\b|exception|stack|ENO|EIO|0x|node:/

/**
 * Imports a folder and asks for something else all the while. Expects every reason to be one for people, and a whole
 * notebook at the end.
 */
export async function importFolder(notebook: TestNotebook, folder: string): Promise<ImportLine[]> {
  const jobId = newId()
  let isRunning = true
  const running = notebook
    .call('import.run', { jobId, handles: [notebook.engine.grant({ path: folder, purpose: 'import' })] })
    .finally(() => {
      isRunning = false
    })
  let answers = 0
  while (isRunning) {
    const info = await notebook.call('notebook.info', {})
    expect(info).toHaveProperty('name')
    answers++
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { lines } = await running
  expect(answers).toBeGreaterThan(0)
  for (const { outcome, reason, title } of lines) {
    if (outcome === 'failed') {
      expect(reason).toMatch(human)
      expect(reason).not.toMatch(machine)
    } else expect(title).toBeTruthy()
  }
  expect(await notebook.call('notebook.check', {})).toMatchObject({ ok: true })
  return lines
}
