import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { addAnnotate } from './commands/annotate.ts'
import { addClaim } from './commands/claim.ts'
import { addCollection } from './commands/collection.ts'
import { addExport } from './commands/export.ts'
import { addHistory } from './commands/history.ts'
import { addImport } from './commands/import.ts'
import { addInbox } from './commands/inbox.ts'
import { addKeeping } from './commands/keep.ts'
import { addLink } from './commands/link.ts'
import { addList } from './commands/list.ts'
import { addMatrix } from './commands/matrix.ts'
import { addNote } from './commands/note.ts'
import { addOrigin } from './commands/origin.ts'
import { addRelation } from './commands/relation.ts'
import { addSearch } from './commands/search.ts'
import { addServe } from './commands/serve.ts'
import { addShow } from './commands/show.ts'
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
  addClaim(program)
  addLink(program)
  addRelation(program)
  addOrigin(program)
  addMatrix(program)
  addInbox(program)
  addNote(program)
  addCollection(program)
  addExport(program)
  addHistory(program)
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
