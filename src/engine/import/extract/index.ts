import type { DocumentKind } from '#shared/model.ts'
import type { Extractor, Extractors } from './types.ts'

/** One extractor a kind, loaded when the first document of its kind comes: PDF.js alone takes longer to load than a text to read. */
const extractors: Extractors = {
  text: async () => (await import('./text/index.ts')).extractText,
  markdown: async () => (await import('./markdown/index.ts')).extractMarkdown,
  html: async () => (await import('./html/index.ts')).extractHtml,
  mhtml: async () => (await import('./html/index.ts')).extractMhtml,
  webarchive: async () => (await import('./html/index.ts')).extractWebarchive,
  pdf: async () => (await import('./pdf/index.ts')).extractPdf,
  docx: async () => (await import('./docx/index.ts')).extractDocx,
  odt: async () => (await import('./odt/index.ts')).extractOdt,
  rtf: async () => (await import('./rtf/index.ts')).extractRtf,
  epub: async () => (await import('./epub/index.ts')).extractEpub,
  mail: async () => (await import('./mail/index.ts')).extractMail,
  bibliography: async () => (await import('./bibliography/index.ts')).extractBibliography,
}

export function extractorFor(kind: DocumentKind): Promise<Extractor> {
  return extractors[kind]()
}
