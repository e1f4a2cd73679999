import { readFile } from 'node:fs/promises'
import { articles, quoteOf } from '../helpers/articles.ts'
import type { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'
import { harbour, writeFiles } from './app/texts.ts'

const files = articles()

test('search finds passages as one types, marks the hits and opens the passage', async ({ desk }) => {
  const [, article] = files
  if (article === undefined) throw new Error('no article')
  const quote = quoteOf(article, 1)
  const words = quote.match(/[A-Za-z]{6,}/g)?.slice(0, 2) ?? []
  await desk.importByDialog(files.map((file) => file.path))

  await desk.press('ControlOrMeta+Shift+f')
  await expect(desk.search).toBeFocused()
  // The last word need not be finished.
  await desk.page.keyboard.type(words.join(' ').slice(0, -1))
  const hit = desk.results.getByRole('option').filter({ hasText: quote.slice(0, 40) })
  await expect(hit).toBeVisible()
  await expect(hit.locator('mark').first()).toHaveText(new RegExp(words[0] ?? '', 'i'))

  while ((await hit.getAttribute('aria-selected')) !== 'true') await desk.press('ArrowDown')
  await desk.press('Enter')
  await expect(desk.results).toBeHidden()
  await expect(desk.text.getByText(quote.slice(0, 40)).first()).toBeInViewport()
})

test('a search that finds nothing or cannot be read says so', async ({ desk }) => {
  await desk.importByDialog(files.slice(0, 1).map((file) => file.path))
  await desk.search.fill('qqqqzzzz')
  await expect(desk.page.getByText('Nothing found.')).toBeVisible()
  await desk.press('Escape')
  await expect(desk.page.getByText('Nothing found.')).toBeHidden()
})

const levy = `# The levy

The council withdrew its promise about the harbour. The harbour master defends the levy of 4,500 crowns.

Nobody asked the fishermen who use the harbour in winter, and nobody will.
`

/** Imports two texts of different kinds that both speak of a harbour. */
async function importTexts(desk: Desk, folder: string): Promise<void> {
  await desk.drop(await writeFiles(folder, { 'first.txt': harbour, 'second.md': levy }))
  await desk.closeReport()
}

/** The words marked as the hit one is at. */
function foundHere(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...(CSS.highlights.get('crossread-found-here') ?? [])].map((range) => {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      const box = live.getBoundingClientRect()
      return box.top > 0 && box.bottom < innerHeight ? live.toString() : 'out of view'
    }),
  )
}

test('filters are clicked or typed, and a mistake leaves the results as they were', async ({ app, desk }) => {
  await importTexts(desk, app.folder)
  const results = desk.page.getByRole('region', { name: 'Results' })
  const filters = desk.page.getByRole('region', { name: 'Filters' })
  const first = results.getByRole('region', { name: 'Harbour reopens after nine weeks' })
  const second = results.getByRole('region', { name: 'The levy' })

  await desk.press('ControlOrMeta+Shift+f')
  await desk.page.keyboard.type('harbour')
  await desk.press('ControlOrMeta+Shift+f')
  await expect(first).toBeVisible()
  await expect(second).toContainText('2 passages')

  const markdown = filters.getByRole('button', { name: 'Markdown' })
  await expect(markdown).toHaveText('Markdown1')
  await markdown.click()
  await expect(desk.search).toHaveValue('harbour type:markdown')
  await expect(markdown).toHaveAttribute('aria-pressed', 'true')
  await expect(first).toBeHidden()
  await expect(second).toBeVisible()

  await desk.search.fill('harbour type:text')
  await expect(filters.getByRole('button', { name: 'Plain text' })).toHaveAttribute('aria-pressed', 'true')
  await expect(second).toBeHidden()
  await filters.getByRole('button', { name: 'Plain text' }).click()
  await expect(desk.search).toHaveValue('harbour')
  await expect(second).toBeVisible()

  await desk.search.fill('harbour "master')
  await expect(results).toContainText('This quotation mark is never closed.')
  await expect(second).toBeVisible()

  // From the field into the results, and from there to the passage.
  await desk.search.fill('harbour levy')
  await expect(first).toBeHidden()
  await desk.search.press('ArrowDown')
  await desk.press('Enter')
  await expect(desk.text.getByText('The harbour master defends')).toBeInViewport()
  await expect(desk.page.getByRole('textbox', { name: 'Find in this text' })).toHaveValue('harbour levy')
})

test('a misspelt word finds what was meant, and is corrected or made exact', async ({ app, desk }) => {
  await importTexts(desk, app.folder)
  const results = desk.page.getByRole('region', { name: 'Results' })
  await app.menu('search.view')
  await desk.search.fill('fishremen')
  // The vocabulary follows an import a moment later.
  await expect(results).toContainText('Also looked for', { timeout: 15_000 })
  await expect(results.locator('mark').first()).toHaveText(/^fishermen$/i)
  await results.getByRole('button', { name: 'Only “fishremen”' }).click()
  await expect(desk.search).toHaveValue('"fishremen"')
  await expect(results).toContainText('Nothing found.')
  await desk.search.fill('fishremen')
  await results.getByRole('button', { name: 'fishermen', exact: true }).click()
  await expect(desk.search).toHaveValue('fishermen')
  await expect(results.locator('mark').first()).toBeVisible()
})

test('find in text goes from hit to hit and leaves the caret there', async ({ app, desk }) => {
  await importTexts(desk, app.folder)
  await desk.open('The levy')
  const bar = desk.page.getByRole('search', { name: 'Find in this text' })
  const field = bar.getByRole('textbox')
  await desk.press('ControlOrMeta+f')
  await expect(field).toBeFocused()
  await desk.page.keyboard.type('harb')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await desk.press('Enter')
  await desk.press('F3')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await desk.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await desk.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await expect.poll(() => foundHere(desk)).toEqual(['harbour'])

  await field.fill('harbour (')
  await expect(bar.getByRole('status')).toContainText('never closed')
  await field.fill('"harbour master"')
  await expect(bar.getByRole('status')).toHaveText('1 of 1')
  await desk.press('Escape')
  await expect(bar).toBeHidden()
  await expect(desk.text).toBeFocused()
  // What was found is selected, to be annotated at once or reached further from.
  await expect.poll(() => desk.page.evaluate(() => String(getSelection()))).toBe('harbour master')
  await desk.press('Shift+ControlOrMeta+ArrowRight')
  await expect
    .poll(() => desk.page.evaluate(() => String(getSelection()).trim()))
    .toBe('harbour master defends')
})

test('a search is shown in context, exported, saved and opened again', async ({ app, desk }) => {
  await importTexts(desk, app.folder)
  const { page } = desk
  await app.menu('search.view')
  await desk.search.fill('nobody')
  await page.getByRole('tab', { name: 'In context' }).click()
  const lines = page.getByRole('list', { name: 'In context' }).getByRole('listitem')
  await expect(lines).toHaveCount(2)
  await page.getByRole('button', { name: /Order of the lines/ }).click()
  await page.getByRole('option', { name: 'By what stands to the right' }).click()
  await expect(lines.first()).toContainText('asked the fishermen')
  const csv = await readFile(
    await app.downloaded(() => page.getByRole('button', { name: 'Export CSV' }).click()),
  )
  expect(csv.toString()).toContain(',nobody, will.')

  await page.getByRole('button', { name: 'Save search…' }).click()
  await page.getByRole('dialog', { name: 'Save search' }).getByRole('textbox').fill('Who was not asked')
  await desk.press('Enter')
  const saved = page
    .getByRole('region', { name: 'Saved searches' })
    .getByRole('button', { name: /^Who was not asked \d/ })
  await expect(saved).toHaveText('Who was not asked1')
  await desk.openView('Read')
  await desk.search.fill('something else')
  await desk.press('Escape')
  await saved.click()
  await expect(desk.search).toHaveValue('nobody')
  await page.getByRole('tab', { name: 'Results' }).click()
  await expect(page.getByRole('region', { name: 'The levy' })).toBeVisible()
  // It is a collection that fills itself: the list shows what it finds, and what joins the notebook joins it.
  await expect(desk.sources.getByRole('row')).toHaveCount(1)
  await desk.drop(await writeFiles(app.folder, { 'third.txt': 'Third\n\nNobody came to the meeting.\n' }))
  await desk.closeReport()
  await expect(saved).toHaveText('Who was not asked2')
  await expect(desk.sources.getByRole('row')).toHaveCount(2)
})

test('a search comes back by Back and Forward, and after a restart, as it was shown', async ({
  app,
  desk,
}) => {
  await importTexts(desk, app.folder)
  const tab = (name: string) => desk.page.getByRole('tab', { name })
  const lines = () => desk.page.getByRole('list', { name: 'In context' }).getByRole('listitem')
  await app.menu('search.view')
  await desk.search.fill('harbour type:markdown')
  await tab('In context').click()
  await expect(lines()).toHaveCount(3)
  await lines().first().getByRole('button').click()
  await expect(desk.text.getByText('The harbour master defends')).toBeVisible()

  await app.menu('search.view')
  await tab('By source').click()
  await desk.search.fill('nobody')
  await expect(desk.page.getByRole('list', { name: 'By source' })).toContainText('The levy')
  await desk.openView('Read')
  await app.menu('go.back')
  await expect(desk.search).toHaveValue('nobody')
  await expect(tab('By source')).toHaveAttribute('aria-selected', 'true')
  await app.menu('go.back')
  await expect(desk.text.getByText('The harbour master defends')).toBeVisible()
  await app.menu('go.back')
  await expect(desk.search).toHaveValue('harbour type:markdown')
  await expect(tab('In context')).toHaveAttribute('aria-selected', 'true')
  await expect(lines()).toHaveCount(3)

  await desk.page.getByRole('button', { name: /Order of the lines/ }).click()
  await desk.page.getByRole('option', { name: 'By what stands to the left' }).click()
  await desk.saved()
  await app.restart()
  await expect(desk.search).toHaveValue('harbour type:markdown')
  await expect(lines()).toHaveCount(3)
  await expect(desk.page.getByRole('button', { name: /Order of the lines/ })).toContainText('to the left')
})
