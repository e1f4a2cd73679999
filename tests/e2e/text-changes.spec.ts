import { expect, test } from './app/test.ts'
import { fixture, harbour, writeFiles } from './app/texts.ts'

test('a text is corrected, its annotations are kept, and all of it is undone', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour }))
  await desk.select('Fishermen said they had lost most of the spring season.')
  await desk.press('h')
  await expect(desk.annotations).toHaveCount(1)
  await desk.select('12 million crowns')
  await desk.press('2')
  await expect(desk.annotations).toHaveCount(2)

  await desk.select('The repair cost')
  await desk.press('e')
  const dialog = desk.page.getByRole('dialog', { name: 'Correct text' })
  const text = dialog.getByRole('textbox', { name: 'Text' })
  const before = await text.inputValue()
  expect(before).toMatch(/^The repair cost 12 million crowns.*decade\.$/)
  await text.fill(before.replace('The repair', 'The hasty repair').replace('12 million', '12.5 million'))
  await dialog.getByRole('button', { name: 'Save correction' }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.page.getByText('Text corrected. 1 annotation kept, 1 changed.')).toBeVisible()
  await expect(desk.text).toContainText('The hasty repair cost 12.5 million crowns')
  await expect
    .poll(() => desk.painted())
    .toEqual(['12.5 million crowns', 'Fishermen said they had lost most of the spring season.'])
  await expect(desk.annotations.first()).toContainText('changed')

  await desk.page.getByRole('button', { name: 'Show', exact: true }).click()
  const outcome = desk.page.getByRole('dialog', { name: 'What became of the annotations' })
  await expect(outcome.locator('ins')).toContainText(['12.5'])
  await outcome.getByRole('button', { name: 'Close' }).last().click()
  await desk.page.getByRole('tab', { name: 'Info' }).click()
  await expect(desk.page.getByRole('tabpanel')).toContainText('The text was corrected by hand.')

  await app.menu('history.undo')
  await expect(desk.text).toContainText('The repair cost 12 million crowns')
  await expect(desk.page.getByRole('tabpanel')).not.toContainText('The text was corrected by hand.')
  await expect
    .poll(() => desk.painted())
    .toEqual(['12 million crowns', 'Fishermen said they had lost most of the spring season.'])
})

test('a newer file takes a source’s place, and each annotation’s outcome is told', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour }))
  await desk.select('12 million crowns')
  await desk.press('h')
  await expect(desk.annotations).toHaveCount(1)
  await desk.select('About 4,500 workers had been sent home in March')
  await desk.press('2')
  await expect(desk.annotations).toHaveCount(2)

  const newer = harbour
    .replace('The harbour of Vestmark', 'After long delays the harbour of Vestmark')
    .replace(/About 4,500 workers[^\n]*\n\n/, '')
  const [path = ''] = await writeFiles(app.folder, { 'newer.txt': newer })
  await app.chooseFiles([path], () => app.menu('sources.replace'))
  const outcome = desk.page.getByRole('dialog', { name: 'What became of the annotations' })
  await expect(outcome).toContainText('1 annotation kept, 1 lost.')
  await expect(outcome.getByRole('listitem').first()).toContainText('About 4,500 workers')
  await outcome.getByRole('button', { name: 'Close' }).last().click()
  await expect(desk.text).toContainText('After long delays')
  await expect.poll(() => desk.painted()).toEqual(['12 million crowns'])
  await expect(desk.annotations.filter({ hasText: 'About 4,500' })).toContainText('lost')
})

test('an entry of a bibliography gets its text from a file', async ({ app, desk }) => {
  const bib =
    '@article{holm, title={Ports in winter}, author={Holm, Ingrid}, journal={Nordic Ports}, year={2024}}\n'
  await desk.importByDialog(await writeFiles(app.folder, { 'refs.bib': bib }))
  await expect(desk.page.getByText('This source has no text yet')).toBeVisible()
  const attach = desk.page.getByRole('button', { name: 'Attach a file…' })
  await app.chooseFiles([fixture('harbour.pdf')], () => attach.click())
  await expect(desk.text).toContainText('The island council voted on Thursday')
  await expect(desk.sources.getByRole('row')).toHaveCount(1)
  // What the bibliography said stays: it is better than what the file says of itself.
  await expect(desk.sources.getByRole('row')).toContainText('Ports in winter')
})
