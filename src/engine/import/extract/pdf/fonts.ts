import type { PDFPageProxy } from 'pdfjs-dist'
import type { FontFacts } from './model.ts'

/** What is known of a document's fonts, by the names that pdf.js gives them. */
export interface FontBook {
  facts: Map<string, FontFacts>
  /** Looks up the fonts that are not known yet. Costs a pass over the page's drawing, so only then. */
  learn(page: PDFPageProxy, names: readonly string[]): Promise<void>
}

export const plainFont: FontFacts = { bold: false, italic: false, monospaced: false }

export function fontBook(): FontBook {
  const facts = new Map<string, FontFacts>()
  return {
    facts,
    async learn(page, names) {
      const unknown = [...new Set(names)].filter((name) => !facts.has(name))
      if (unknown.length === 0) return
      try {
        await page.getOperatorList()
      } catch {
        // A page that cannot be drawn can still have been read.
      }
      for (const name of unknown) facts.set(name, lookUp(page, name))
    },
  }
}

export function factsOf(fonts: FontBook, name: string): FontFacts {
  return fonts.facts.get(name) ?? plainFont
}

function lookUp(page: PDFPageProxy, loadedName: string): FontFacts {
  if (!page.commonObjs.has(loadedName)) return plainFont
  const font: { name?: unknown; bold?: unknown; black?: unknown; italic?: unknown } =
    page.commonObjs.get(loadedName) ?? {}
  const name = typeof font.name === 'string' ? font.name.replace(/^[A-Z]{6}\+/, '') : ''
  return {
    bold:
      font.bold === true ||
      font.black === true ||
      /bold|black|heavy|semib|demi(?!light)|^CMB|^(?:SF|EC)BX|-Bd\b|\bBd$/i.test(name),
    italic: font.italic === true || /ital|obli|slanted|^CM(?:TI|SL|MI)/i.test(name),
    monospaced: /mono|courier|consol|typewriter|^CMTT|menlo|fixed/i.test(name),
  }
}
