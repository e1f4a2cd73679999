import type { TFunction } from 'i18next'
import type { ImportNote } from '#shared/model.ts'

/**
 * What import did, in words; `t` is of the namespace `import-notes`. A note that the catalogue does not know yet is shown
 * by its own name: better a bare word than nothing.
 */
export function noteText({ what, count, detail }: ImportNote, t: TFunction<'import-notes'>): string {
  const bare = [what.replaceAll(/[-_.]/g, ' '), detail, count].filter((part) => part !== undefined).join(' ')
  return t(`note.${what}`, { count, detail: detail ?? '', defaultValue: bare })
}
