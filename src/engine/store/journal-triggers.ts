import type { Db } from './database.ts'

/**
 * Tables whose rows can be undone. What is imported (`original`, `text`, `block`) is written once and needs no image;
 * settings and the history itself are not part of the history.
 */
const journaled = [
  'notebook',
  'origin',
  'source',
  'annotation',
  'claim',
  'note',
  'relation',
  'link',
  'tag',
  'tagging',
  'collection',
  'collection_source',
  'flag',
  'saved_search',
  'inbox_mute',
] as const
export type JournaledTable = (typeof journaled)[number]

/**
 * Writes an image of each changed row into `journal` while `current_command()` names a step. The triggers are temporary,
 * made from the tables' own columns whenever a file is opened, so that a migration that adds a column cannot leave
 * them behind.
 */
export function attachJournal(db: Db): void {
  for (const table of journaled) db.exec(journalTriggers(table, columnsOf(db, table)))
}

interface Column {
  name: string
  type: string
}

function columnsOf(db: Db, table: string): Column[] {
  return db.pragma(`table_info(${table})`) as Column[]
}

/** A column's name as SQL: `end` is a word of the language. */
export function quoted(name: string): string {
  return `"${name}"`
}

function journalTriggers(table: string, columns: Column[]): string {
  const image = (row: 'OLD' | 'NEW') =>
    `json_object(${columns.map((column) => `'${column.name}', ${imageValue(row, column)}`).join(', ')})`
  // As values, not as images: most of a change of many rows would go into making JSON to compare.
  const values = (row: 'OLD' | 'NEW') => columns.map((column) => imageValue(row, column)).join(', ')
  const changed = `(${values('OLD')}) IS NOT (${values('NEW')})`
  const trigger = (event: string, id: string, before: string, after: string) => `
    CREATE TEMP TRIGGER journal_${table}_${event} AFTER ${event} ON main.${table}
    WHEN current_command() IS NOT NULL ${event === 'update' ? `AND ${changed}` : ''} BEGIN
      INSERT INTO journal (command_id, object_table, object_id, before, after)
      VALUES (current_command(), '${table}', ${id}, ${before}, ${after});
    END;`
  return (
    trigger('insert', 'NEW.id', 'NULL', image('NEW')) +
    trigger('update', 'NEW.id', image('OLD'), image('NEW')) +
    trigger('delete', 'OLD.id', image('OLD'), 'NULL')
  )
}

/** What a JSON function made is still JSON in a trigger, and would stand in the image as an object, not as the text it is. */
function imageValue(row: 'OLD' | 'NEW', { name, type }: Column): string {
  return type === 'TEXT' ? `${row}.${quoted(name)} || ''` : `${row}.${quoted(name)}`
}
