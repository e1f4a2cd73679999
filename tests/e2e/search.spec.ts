import { articles, quoteOf } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

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
