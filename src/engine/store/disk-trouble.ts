/** Why the notebook's file cannot be written at all, in words; null for an error of any other kind. */
export function diskTrouble(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_FULL')) return 'The notebook could not be written: the disk is full.'
  if (code.startsWith('SQLITE_BUSY'))
    return 'The notebook could not be written: another program has locked it.'
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code)) return `The notebook could not be written (${code}).`
  return null
}
