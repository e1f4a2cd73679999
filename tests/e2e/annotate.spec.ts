import { articles, quoteOf } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

const [, article] = articles()
if (article === undefined) throw new Error('There is no article to annotate.')
const quote = quoteOf(article, 0)
const other = quoteOf(article, 2)

test('a passage is highlighted, commented and listed, and is exactly there after a restart', async ({
  app,
  desk,
}) => {
  await desk.importByDialog([article.path])
  const title = await desk.openTitle()
  await desk.select(quote)
  const bar = desk.page.getByRole('toolbar', { name: 'Annotate the selection' })
  await bar.getByRole('button', { name: 'Highlight in green' }).click()
  await expect(desk.annotations).toHaveCount(1)
  await expect(desk.annotations).toContainText(quote)
  await expect.poll(() => desk.painted()).toEqual([quote])

  await desk.press('a')
  await desk.page.getByRole('textbox', { name: 'Comment' }).pressSequentially('Says who?')
  await desk.press('Escape')
  await expect(desk.annotations).toContainText('Says who?')
  await desk.saved()

  await app.restart()
  await desk.open(title)
  await expect(desk.annotations).toHaveCount(1)
  await expect(desk.annotations).toContainText(quote)
  await expect(desk.annotations).toContainText('Says who?')
  await expect.poll(() => desk.painted()).toEqual([quote])
})

test('the keys 1 to 8 choose the colour, and annotations stand in the order of the text', async ({
  desk,
}) => {
  await desk.importByDialog([article.path])
  await desk.select(other)
  await desk.press('2')
  await expect(desk.annotations).toHaveCount(1)
  await desk.select(quote)
  await desk.press('h')
  await expect(desk.annotations).toHaveCount(2)
  await expect(desk.annotations.first()).toContainText(quote)
  await expect(desk.annotations.last()).toContainText(other)
  await expect.poll(() => desk.painted()).toEqual([quote, other])
})

test('an annotation that is deleted can be had back at once', async ({ desk }) => {
  await desk.importByDialog([article.path])
  await desk.select(quote)
  await desk.press('h')
  await desk.annotations.getByRole('button', { name: quote }).click()
  await desk.annotations.getByRole('button', { name: 'Delete annotation' }).click()
  await expect(desk.annotations).toHaveCount(0)
  await desk.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(desk.annotations).toHaveCount(1)
})
