import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandId } from '#shared/commands.ts'

const path = resolve(import.meta.dirname, '../../../src/shared/strings/en/commands.json')
const titles: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'))

/** What the menus call a command. */
export function commandTitle(command: CommandId): string {
  const title = titles[command]
  if (title === undefined) throw new Error(`The catalogue has no title for ${command}.`)
  return title
}
