import { articles, quoteOf } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

const [, first, , second] = articles()
if (first === undefined || second === undefined) throw new Error('There are not enough articles.')
const supporting = quoteOf(first, 0)
const contradicting = quoteOf(second, 0)
const statement = 'The two articles speak of the same thing'

test('a claim holds what supports and what contradicts it, each one click from its place', async ({
  desk,
}) => {
  await desk.importByDialog([first.path, second.path])
  const titles = await desk.titles()
  const [firstTitle, secondTitle] = [desk.titleOf(titles, first), desk.titleOf(titles, second)]

  await desk.open(firstTitle)
  await desk.select(supporting)
  await desk.stateClaim(statement)
  await desk.open(secondTitle)
  await desk.select(contradicting)
  await desk.linkToClaim('contradicts', statement)

  await desk.openView('Claims')
  const claims = desk.page.getByRole('listbox', { name: 'Claims' })
  await claims.getByRole('option', { name: statement }).click()
  await expect(desk.page.getByRole('heading', { name: /supported by/i })).toBeVisible()
  await expect(desk.page.getByRole('heading', { name: /contradicted by/i })).toBeVisible()
  await expect(desk.page.getByRole('button', { name: contradicting })).toBeVisible()

  await desk.page.getByRole('button', { name: supporting }).click()
  await expect(desk.page.getByRole('heading', { level: 1, name: firstTitle })).toBeVisible()
  await expect(desk.text.getByText(supporting).first()).toBeInViewport()
  await desk.press('Alt+ArrowLeft')
  await expect(claims.getByRole('option', { name: statement })).toBeVisible()
})
