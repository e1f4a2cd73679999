import safeRegex from 'safe-regex2'
import { mistake } from '#shared/query/lex.ts'
import type { RegexNode } from '#shared/query/tree.ts'

/** A pattern as it is matched: everywhere, by code points. Throws `invalid_input` for one that could take forever. */
export function compilePattern({ source, ignoreCase, start }: RegexNode): RegExp {
  if (!safeRegex(source)) {
    throw mistake(
      'This pattern could run for ever: something repeated stands inside something repeated.',
      start,
    )
  }
  return new RegExp(source, ignoreCase ? 'giu' : 'gu')
}
