import { articles, quoteOf } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

const [, article] = articles()
if (article === undefined) throw new Error('There is no article to write about.')
const quote = quoteOf(article, 1)

test('a note holds a quote that leads back to its passage', async ({ app, desk }) => {
  await desk.importByDialog([article.path])
  const title = await desk.openTitle()
  await desk.select(quote)
  await desk.press('h')
  await expect(desk.annotations).toHaveCount(1)

  await desk.newNote('What they agree on')
  await desk.noteText.click()
  await desk.page.keyboard.type('# First\nA line of my own.')
  await desk.insertQuote(quote)
  await expect(desk.noteText.getByRole('heading', { name: 'First' })).toBeVisible()
  await expect(desk.noteText.getByRole('blockquote')).toContainText(quote)
  await desk.saved()

  await app.restart()
  await desk.openView('Notes')
  await desk.page.getByRole('option', { name: 'What they agree on' }).click()
  await expect(desk.noteText.getByText('A line of my own.')).toBeVisible()
  await desk.noteText.getByRole('blockquote').click()
  await expect(desk.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(desk.text.getByText(quote).first()).toBeInViewport()
})

test('an annotation dropped into a note beside the text becomes a linked quote', async ({ desk }) => {
  await desk.importByDialog([article.path])
  const title = await desk.openTitle()
  await desk.select(quote)
  await desk.press('h')
  await expect(desk.annotations).toHaveCount(1)
  await desk.newNote('Dropped into')
  await desk.page.getByRole('button', { name: 'Show beside the text' }).click()
  await desk.open(title)

  await desk.annotations.first().dragTo(desk.noteText)
  await expect(desk.noteText.getByRole('blockquote')).toContainText(quote)
  await expect(desk.noteText.getByRole('figure')).toContainText(title)
})
