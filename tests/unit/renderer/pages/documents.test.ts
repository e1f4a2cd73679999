import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assemble } from '#engine/import/extract/pdf/assemble.ts'
import { withoutControls } from '#engine/import/extract/pdf/letters.ts'
import { readDescription } from '#engine/import/extract/pdf/metadata.ts'
import { openDocument } from '#engine/import/extract/pdf/open.ts'
import { readPages } from '#engine/import/extract/pdf/read-pages.ts'
import { structure } from '#engine/import/extract/pdf/structure.ts'
import { alignPage } from '#renderer/features/pages/align/alignPage.ts'
import { blocksOnPage } from '#renderer/features/pages/align/blocksOnPage.ts'
import { itemsOf } from '#renderer/features/pages/align/items.ts'
import { lettersOf } from '#renderer/features/pages/align/letters.ts'
import type { Block } from '#shared/model.ts'
import { documents, sharedFixtures } from '../../../helpers/documents.ts'

/** Letters that were found where the reading of the file had them from, elsewhere, and not at all. */
interface Tally {
  right: number
  wrong: number
  missing: number
}

/** Reads a PDF as import does, which knows where each piece of the text stood, and looks each piece up on its page. Null where import would not read it. */
async function tallyOf(path: string): Promise<Tally | null> {
  const tally: Tally = { right: 0, wrong: 0, missing: 0 }
  const opened = await openDocument(new Uint8Array(readFileSync(path))).catch(() => null)
  if (opened === null) return null
  const { document, close } = opened
  const { pages } = await readPages(document)
  const { outline } = await readDescription(document, path)
  const { drafts, vocabulary } = structure(withoutControls(pages), outline)
  const { blocks: read, placed } = assemble(drafts, vocabulary)
  const { text, blocks } = canonical(read)
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ disableNormalization: true })
    const items = itemsOf(content, page.getViewport({ scale: 1 }).transform)
    const alignment = alignPage(items, text, blocksOnPage(blocks, number))
    placed.forEach(({ pieces }, index) => {
      for (const { start, end, page: stands, run } of pieces) {
        const from = (blocks[index]?.start ?? 0) + start
        const range = { start: from, end: from + end - start }
        const letters = lettersOf(text, range.start, range.end).letters.length
        if (stands !== number || letters === 0) continue
        const found = alignment.find(range, (part) => part.length)
        const isThere = found.rectangles.some(
          ({ left, top, width, height }) =>
            Math.abs(top + height * 0.75 - run.y) < Math.max(6, run.size) &&
            left < run.x1 + 3 &&
            left + width > run.x0 - 3,
        )
        tally[found.letters < letters * 0.5 ? 'missing' : isThere ? 'right' : 'wrong'] += letters
      }
    })
  }
  await close()
  return tally
}

function canonical(read: readonly { text: string; kind: Block['kind']; page?: number | null }[]) {
  const blocks: Block[] = []
  let text = ''
  read.forEach((block, id) => {
    const start = text.length
    text += `${block.text}\n`
    blocks.push({
      id,
      kind: block.kind,
      level: 0,
      start,
      end: start + block.text.length,
      page: block.page ?? null,
      links: [],
    })
  })
  return { text, blocks }
}

test.each(['harbour.pdf', 'harbour-printed.pdf', 'survey.pdf', 'ferry-noted.pdf', 'harbour-locked.pdf'])(
  'every word of %s is found on its page, where it was read from',
  async (name) => {
    const { right, wrong, missing } = (await tallyOf(join(documents, name))) ?? {
      right: 0,
      wrong: 0,
      missing: 0,
    }
    expect(right).toBeGreaterThan(40)
    expect({ wrong, missing }).toEqual({ wrong: 0, missing: 0 })
  },
  60_000,
)

for (const folder of sharedFixtures('tika-documents')) {
  test('nearly every word of other people’s PDFs is found, and hardly any elsewhere', async () => {
    const total: Tally = { right: 0, wrong: 0, missing: 0 }
    for (const path of pdfsIn(folder)) {
      // What was filled into a form stands in no page's own text.
      if (/form/i.test(path)) continue
      const tally = await tallyOf(path)
      for (const key of ['right', 'wrong', 'missing'] as const) total[key] += tally?.[key] ?? 0
    }
    const all = total.right + total.wrong + total.missing
    expect(all).toBeGreaterThan(1_000)
    expect(total.right / all).toBeGreaterThan(0.97)
    expect(total.wrong / all).toBeLessThan(0.002)
  }, 120_000)
}

function pdfsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return pdfsIn(path)
    return name.endsWith('.pdf') ? [path] : []
  })
}
