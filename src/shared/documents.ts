/**
 * The kinds of documents that can be imported, as dialogs offer them: each group's endings, without a dot. How a file
 * is read is the engine's to say, which looks into it; `src/engine/import/kinds.ts` knows endings that are rarer.
 */
export const documentGroups = {
  text: ['txt', 'text', 'md', 'markdown'],
  web: ['html', 'htm', 'xhtml', 'mhtml', 'mht', 'webarchive'],
  pdf: ['pdf'],
  office: ['docx', 'odt', 'rtf'],
  book: ['epub'],
  mail: ['eml'],
  bibliography: ['bib', 'bibtex', 'ris', 'json'],
} as const
export type DocumentGroup = keyof typeof documentGroups

/** Endings of archives that may hold any of them. */
export const archiveEndings = ['zip'] as const

/** Every ending that a dialog for documents offers, without a dot, archives last. */
export const importEndings: readonly string[] = [...Object.values(documentGroups).flat(), ...archiveEndings]
