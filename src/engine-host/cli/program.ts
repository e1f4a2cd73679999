import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { addAnnotate } from './commands/annotate.ts'
import { addCollection } from './commands/collection.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addKeeping } from './commands/keep.ts'
import { addList } from './commands/list.ts'
import { addSearch } from './commands/search.ts'
import { addServe } from './commands/serve.ts'
import { addShow } from './commands/show.ts'
import { addWriting } from './commands/write.ts'
import { programRoot } from './places.ts'

/** The whole command line. Parsing throws commander's errors instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('crossread')
    .description(
      'A research notebook: import articles, mark passages, state claims, link them, export notes.',
    )
    .version(version())
    .option('--notebook <file>', 'the notebook to work on (.crossread)')
    .option('--json', 'print one JSON object a line')
    .exitOverride()
    // Errors are printed in one place, in words or as JSON.
    .configureOutput({ outputError: () => {} })
  addImport(program)
  addList(program)
  addShow(program)
  addSearch(program)
  addAnnotate(program)
  addWriting(program)
  addCollection(program)
  addExport(program)
  addKeeping(program)
  addServe(program)
  return program
}

function version(): string {
  const { version: found }: { version: string } = JSON.parse(
    readFileSync(join(programRoot(), 'package.json'), 'utf8'),
  )
  return found
}
