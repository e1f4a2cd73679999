/** JSON in pieces, indented by two as `JSON.stringify(value, null, 2)` would have it. */

/** The beginning of an object, which more fields follow. `depth` counts the objects and lists around it. */
export function* openObject(fields: object, depth = 0): Generator<string> {
  yield indented(fields, depth).replace(/\n *\}$/, '')
}

/** A field that holds a list, after other fields of the same object; one piece an item. */
export async function* listField(
  name: string,
  items: Iterable<object> | AsyncIterable<object>,
  depth = 1,
): AsyncGenerator<string> {
  yield `,\n${'  '.repeat(depth)}${JSON.stringify(name)}: [`
  let isEmpty = true
  for await (const item of items) {
    yield `${isEmpty ? '' : ','}\n${'  '.repeat(depth + 1)}${indented(item, depth + 1)}`
    isEmpty = false
  }
  yield isEmpty ? ']' : `\n${'  '.repeat(depth)}]`
}

/** A line break inside a JSON string is written `\n`, so every real one is between two fields. */
function indented(value: object, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`)
}

const enough = 64 * 1024

/** Joins small pieces, so that a file is not written a few words at a time. */
export async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < enough) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}
