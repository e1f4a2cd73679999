import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { makePdf } from '../helpers/make-pdf.ts'
import type { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'

const documents = resolve(import.meta.dirname, '../fixtures/documents')
const harbour = join(documents, 'harbour.pdf')
const cut = join(documents, 'harbour-cut.pdf')
const title = 'Harbour levy splits the Aldra islands'

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

test('a PDF’s page stands beside its text, annotations are outlined where their words are, and each leads to the other', async ({
  app,
  desk,
}) => {
  const { page } = desk
  await desk.importByDialog([harbour])
  const quote = 'a levy of €2.50 a metre, a decision that its critics call'
  await desk.select(quote)
  await desk.press('1')
  await expect(desk.annotations).toHaveCount(1)

  await test.step('the page is drawn, and the passage is outlined on its words', async () => {
    await desk.press('p')
    await expectDrawn(page, 'Page 1 of 2')
    expect(await inkOf(page, 1)).toBeGreaterThan(1_000)
    await expectOutlined(page, 1, ['a levy of €2.50 a metre, a decision that its critics call'])
  })

  await test.step('words that are pointed at on the page are shown in the text', async () => {
    await page.getByRole('textbox', { name: 'Page number' }).fill('2')
    await desk.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Page number' })).toHaveValue('2')
    const at = await boxOfWords(page, 2, 'with ear plugs')
    await page.mouse.click(at.left + 4, (at.top + at.bottom) / 2)
    await expect.poll(() => flashed(page)).toBe('with')
    await expect(desk.text.getByText('with ear plugs')).toBeInViewport()
  })

  await test.step('words selected on the page are the text’s passage', async () => {
    await page.getByRole('textbox', { name: 'Page number' }).fill('1')
    await desk.press('Enter')
    const from = await boxOfWords(page, 1, 'So says')
    const to = await boxOfWords(page, 1, 'the small boats')
    await page.mouse.move(from.left + 1, (from.top + from.bottom) / 2)
    await page.mouse.down()
    await page.mouse.move(from.right, (from.top + from.bottom) / 2, { steps: 4 })
    await page.mouse.move(to.right, (to.top + to.bottom) / 2, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
    await desk.press('3')
    await expect(desk.annotations).toHaveCount(2)
    const second = desk.annotations.nth(1)
    await expect(second).toContainText('So says Torbjørn Lie, who chairs the fishermen’s association.')
    await expectOutlined(page, 1, [
      'a levy of €2.50 a metre, a decision that its critics call',
      'So says Torbjørn Lie, who chairs the fishermen’s association. He expects half of the small boats',
    ])
  })

  await test.step('the page follows the annotation that is chosen', async () => {
    await desk.select('one member put it')
    await desk.press('h')
    await expect(desk.annotations).toHaveCount(3)
    await page.getByRole('button', { name: 'Larger', exact: true }).click({ clickCount: 4 })
    await page.getByRole('textbox', { name: 'Page number' }).fill('1')
    await desk.press('Enter')
    await desk.annotations.getByRole('button', { name: 'one member put it' }).click()
    await expect(page.locator('[data-page-number="2"] [data-outline]').first()).toBeInViewport()
    await desk.annotations.getByRole('button', { name: 'a levy of' }).click()
    await expect(page.locator('[data-page-number="1"] [data-outline]').first()).toBeInViewport()
  })

  await test.step('it is there again after a restart, and gone on demand', async () => {
    await app.restart()
    await desk.open(title)
    await expect(desk.page.getByRole('region', { name: 'Pages of the original' })).toBeVisible()
    await app.menu('view.pages')
    await expect(desk.page.getByRole('region', { name: 'Pages of the original' })).toBeHidden()
  })
})

test('originals are saved byte for byte, whatever they are, and never shown as what they are', async ({
  app,
  desk,
}) => {
  const names = ['harbour.pdf', 'harbour.docx', 'harbour-page.html', 'letter.eml']
  await desk.importByDialog(names.map((name) => join(documents, name)))
  for (const name of names) {
    await desk.sources.getByRole('row').first().waitFor()
    await openFile(desk, name)
    const saved = await app.savedOriginal(() => app.menu('sources.saveOriginal'))
    expect(saved.endsWith(name)).toBe(true)
    expect((await readFile(saved)).equals(await readFile(join(documents, name))), name).toBe(true)
  }
  expect(await desk.page.locator('iframe, object, embed, webview').count()).toBe(0)
})

test('of a very long PDF only the pages near the view are held, and a damaged one says what is wrong', async ({
  app,
  desk,
}) => {
  const { page } = desk
  const words =
    'harbour levy vessel council quay island master boat crown metre summer ferry net tide rope'.split(' ')
  // What differs from page to page is read as text, and not as a running head.
  const lineOf = (page: number, line: number): string =>
    Array.from({ length: 9 }, (_, at) => words[(page * (line + 3) + at * (page + 7)) % words.length]).join(
      ' ',
    )
  const pages = Array.from({ length: 1_000 }, (_, page) => ({
    texts: Array.from({ length: 3 }, (_, line) => ({
      x: 60,
      y: 200 + 16 * line + (page % 40),
      text: lineOf(page, line),
    })),
  }))
  const long = join(app.folder, 'counting.pdf')
  await writeFile(long, makePdf(pages))
  await desk.importByDialog([long, cut])
  await openFile(desk, 'counting.pdf')
  await desk.press('p')
  await expectDrawn(page, 'Page 1 of 1000')
  for (const wanted of [900, 3]) {
    await page.getByRole('textbox', { name: 'Page number' }).fill(String(wanted))
    await desk.press('Enter')
    await expectDrawn(page, `Page ${wanted} of 1000`)
    expect(await page.locator('[data-page-number] canvas').count()).toBeLessThan(8)
    expect(await page.locator('[data-page-number]').count()).toBeLessThan(8)
  }

  await openFile(desk, 'harbour-cut.pdf')
  await expect(page.getByText('The page cannot be shown')).toBeVisible()
  await expect(desk.text).toContainText('Harbour')
})

/** That a page is drawn. The first one waits for pdf.js, its worker and the file. */
async function expectDrawn(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('region', { name, exact: true }).locator('canvas')).toBeVisible({
    timeout: 30_000,
  })
}

/** Opens the source that came from a file: its name stands among the facts of the source. */
async function openFile(desk: Desk, name: string): Promise<void> {
  const { page } = desk
  await page.getByRole('tab', { name: 'Info' }).click()
  const rows = desk.sources.getByRole('row')
  for (let index = 0; index < (await rows.count()); index++) {
    await rows.nth(index).click()
    const facts = page.getByRole('region', { name: 'Facts of the file' })
    await expect(facts).toBeVisible()
    if (await facts.getByText(name, { exact: true }).isVisible()) return
  }
  throw new Error(`No source came from ${name}.`)
}

/** How many pixels of a page's drawing are not white. */
function inkOf(page: Page, number: number): Promise<number> {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-page-number="${wanted}"] canvas`)
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let ink = 0
    for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 128) ink++
    return ink
  }, number)
}

/** The words under the mark of the last jump in the text. */
function flashed(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('crossread-flash') ?? [])] as Range[]
    if (!range) return ''
    const live = document.createRange()
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    return live.toString()
  })
}

/** Where words stand on a page, by its text layer; they must stand in one of its texts. */
function boxOfWords(page: Page, number: number, words: string): Promise<Box> {
  return page.evaluate(
    ([wanted, text]) => {
      const spans = document.querySelectorAll(`[data-page-text="${wanted}"] [data-item]`)
      const span = [...spans].find((candidate) => candidate.textContent?.includes(text))
      if (!span?.firstChild) throw new Error(`Page ${wanted} does not show: ${text}`)
      const range = document.createRange()
      const at = span.textContent?.indexOf(text) ?? 0
      range.setStart(span.firstChild, at)
      range.setEnd(span.firstChild, at + text.length)
      const { left, top, right, bottom } = range.getBoundingClientRect()
      return { left, top, right, bottom }
    },
    [number, words] as const,
  )
}

/** That the outlines on a page hold these passages and nothing else, by the letters of the text layer that stand inside. */
async function expectOutlined(page: Page, number: number, passages: string[]): Promise<void> {
  await expect
    .poll(() => outlined(page, number))
    .toEqual(passages.map((words) => words.replaceAll(/\s/g, '')))
}

function outlined(page: Page, number: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const view = document.querySelector(`[data-page-number="${wanted}"]`)
    const boxes = [...(view?.querySelectorAll<HTMLElement>('[data-outline]') ?? [])].map((outline) => ({
      id: outline.dataset.outline ?? '',
      box: outline.getBoundingClientRect(),
    }))
    const words = new Map<string, string>()
    for (const span of view?.querySelectorAll('[data-item]') ?? []) {
      const node = span.firstChild
      if (!node) continue
      for (let at = 0; at < (node.nodeValue?.length ?? 0); at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const letter = range.getBoundingClientRect()
        const x = (letter.left + letter.right) / 2
        const y = (letter.top + letter.bottom) / 2
        const hit = boxes.find(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom)
        if (hit) words.set(hit.id, `${words.get(hit.id) ?? ''}${range.toString().trim()}`)
      }
    }
    words.delete('passage')
    return [...words.values()]
  }, number)
}
