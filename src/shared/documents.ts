import type { DocumentKind } from './model.ts'

/**
 * How a file with an ending is read, where its first bytes do not tell better. Endings without a dot, in the order in
 * which dialogs name them.
 */
export const kindOfEnding: Readonly<Record<string, DocumentKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  webarchive: 'webarchive',
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  odt: 'odt',
  ott: 'odt',
  fodt: 'odt',
  rtf: 'rtf',
  epub: 'epub',
  eml: 'mail',
  bib: 'bibliography',
  bibtex: 'bibliography',
  ris: 'bibliography',
  nbib: 'bibliography',
  enw: 'bibliography',
  json: 'bibliography',
}

function endingsOf(...kinds: DocumentKind[]): string[] {
  return Object.keys(kindOfEnding).filter((ending) => kinds.some((kind) => kindOfEnding[ending] === kind))
}

/** The kinds of documents as dialogs offer them: each group's endings. */
export const documentGroups = {
  text: endingsOf('text', 'markdown'),
  web: endingsOf('html', 'mhtml', 'webarchive'),
  pdf: endingsOf('pdf'),
  office: endingsOf('docx', 'odt', 'rtf'),
  book: endingsOf('epub'),
  // A mailbox is taken apart into its mails before anything is read.
  mail: [...endingsOf('mail'), 'mbox'],
  bibliography: endingsOf('bibliography'),
}
export type DocumentGroup = keyof typeof documentGroups

/** Endings of archives that may hold any of them. */
export const archiveEndings: readonly string[] = ['zip']

/** Every ending that a dialog for documents offers, without a dot, archives last. */
export const importEndings: readonly string[] = [...Object.values(documentGroups).flat(), ...archiveEndings]
