import { expect, test } from './app/test.ts'
import { copy, harbour, writeFiles } from './app/texts.ts'

test('near-duplicates are one origin, and stand side by side with what differs', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour }))
  await app.chooseFiles(await writeFiles(app.folder, { 'second.txt': copy }), () => app.menu('import.files'))
  await expect(desk.report).toContainText('1 flag to look at')
  await desk.closeReport()
  await desk.open('Port reopens after nine weeks')
  await expect(desk.flags).toContainText(/Near-duplicate.*Harbour reopens after nine weeks/)
  await desk.flags.getByRole('button', { name: 'Compare…' }).click()

  const comparison = desk.page.getByRole('region', { name: 'Comparison' })
  await expect(comparison.getByRole('heading', { level: 1 })).toHaveText(/^\d\d% of the wording shared$/)
  await expect(comparison).toContainText('same origin')
  await expect(comparison.locator('del')).toHaveText(['Port', '14'])
  await expect(comparison.locator('ins')).toHaveText(['Harbour', '12'])

  await desk.press('Alt+ArrowDown')
  await expect(comparison).toContainText('1 of 2')
  await desk.press('Alt+ArrowDown')
  await expect(comparison).toContainText('2 of 2')
  await comparison.getByText('Only differences').click()
  await expect(comparison.locator('del')).toHaveCount(2)
  await expect(comparison).not.toContainText('Fishermen said')
  await expect(comparison).toContainText('equal passage')

  // A row opens its place in the text, and Back comes back.
  await comparison.getByRole('button', { name: /12 million crowns/ }).click()
  await expect(
    desk.page.getByRole('heading', { level: 1, name: 'Harbour reopens after nine weeks' }),
  ).toBeVisible()
  await desk.press('Alt+ArrowLeft')
  await expect(comparison.getByRole('heading', { level: 1 })).toBeVisible()

  await comparison.getByRole('button', { name: 'Ungroup' }).click()
  await expect(comparison).not.toContainText('same origin')
  await comparison.getByRole('button', { name: 'Group as one origin' }).click()
  await expect(comparison).toContainText('same origin')
})

test('similar sources are listed with the source, and any two can be compared', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour, 'second.txt': copy }))
  await desk.open('Harbour reopens after nine weeks')
  await desk.page.getByRole('tab', { name: 'Info' }).click()
  const similar = desk.page.getByRole('region', { name: 'Similar sources' })
  await expect(similar).toContainText('Port reopens after nine weeks')
  await expect(similar).toContainText(/near-duplicate · \d\d%/)

  await app.menu('sources.compare')
  const dialog = desk.page.getByRole('dialog', { name: 'Compare with another source' })
  await dialog.getByRole('list', { name: 'Sources like this one' }).getByRole('button').first().click()
  await expect(desk.page.getByRole('region', { name: 'Comparison' })).toContainText('2 differences')
})
