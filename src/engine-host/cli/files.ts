import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CrossreadError } from '#shared/errors.ts'

/** The text of a file, or of standard input where the name is `-`. Throws `file_unreadable`. */
export async function readTextFile(name: string): Promise<string> {
  if (name === '-') return text(process.stdin)
  try {
    return await readFile(name, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CrossreadError('file_unreadable', `${name} cannot be read: ${reason}`)
  }
}
