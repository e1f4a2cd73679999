import { expect, test } from './app/test.ts'
import { harbour, odd, writeFiles } from './app/texts.ts'

test('details of two sources are set at once, and undone at once', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour, 'odd.txt': odd }))
  await desk.open('A letter from the north')
  await desk.page.getByRole('tab', { name: 'Info' }).click()
  const info = desk.page.getByRole('tabpanel')
  await info.getByRole('textbox', { name: 'Publication' }).fill('Northern Post')
  await desk.press('Enter')
  await desk.saved()

  await desk.source('Harbour reopens after nine weeks').click({ modifiers: ['ControlOrMeta'] })
  const bar = desk.page.getByRole('toolbar', { name: 'Selected sources' })
  await expect(bar).toContainText('2 sources selected')
  await bar.getByRole('button', { name: 'Details…' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Details of 2 sources' })
  await expect(dialog.getByRole('textbox', { name: 'Publication' })).toHaveAttribute(
    'placeholder',
    'several values',
  )
  await expect(dialog.getByRole('button', { name: 'Change', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Publisher' }).fill('Nordic Press')
  await dialog.getByRole('textbox', { name: 'Published' }).fill('2025-13')
  await expect(dialog.getByRole('button', { name: /^Change/ })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Published' }).fill('2025-05')
  await dialog.getByRole('button', { name: 'Change 2 fields' }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.page.getByText('Details of 2 sources changed.')).toBeVisible()

  for (const title of ['Harbour reopens after nine weeks', 'A letter from the north']) {
    await desk.source(title).click()
    await expect(info.getByRole('textbox', { name: 'Publisher' })).toHaveValue('Nordic Press')
    await expect(info.getByRole('textbox', { name: 'Published' })).toHaveValue('2025-05')
  }
  // What was not changed stayed.
  await expect(info.getByRole('textbox', { name: 'Publication' })).toHaveValue('Northern Post')
  await app.menu('history.undo')
  await expect(info.getByRole('textbox', { name: 'Publisher' })).toHaveValue('')
  await expect(info.getByRole('textbox', { name: 'Publication' })).toHaveValue('Northern Post')
})

test('authors are a list that takes what a bibliography has', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour }))
  await app.menu('sources.details')
  // Asked for each time: a restart makes another window.
  const authors = () => desk.page.getByRole('group', { name: 'Authors' })
  await authors().getByRole('button', { name: 'Add author' }).click()
  await authors().getByRole('textbox', { name: 'Family name' }).fill('Holm')
  await authors().getByRole('textbox', { name: 'Given name' }).fill('Ingrid')
  await desk.press('Enter')
  await authors()
    .getByRole('textbox', { name: 'Family name' })
    .nth(1)
    .evaluate((field) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Doe, Jane; Roe, John')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
  await expect(authors().getByRole('listitem')).toHaveCount(3)
  await authors().getByRole('button', { name: 'Name' }).nth(2).click()
  await desk.page.getByRole('menuitem', { name: 'Move up' }).click()
  await desk.saved()

  await app.restart()
  await desk.open('Harbour reopens after nine weeks')
  await desk.page.getByRole('tab', { name: 'Info' }).click()
  const family = authors().getByRole('textbox', { name: 'Family name' })
  await expect(family).toHaveCount(3)
  expect(
    await family.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
  ).toEqual(['Holm', 'Roe', 'Doe'])
})

test('several sources are deleted together and come back together', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour, 'odd.txt': odd }))
  await desk.sources.getByRole('row').first().click()
  await desk.press('ControlOrMeta+a')
  await desk.page
    .getByRole('toolbar', { name: 'Selected sources' })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect(desk.page.getByRole('contentinfo')).toContainText('0 sources')
  await desk.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(desk.page.getByRole('contentinfo')).toContainText('2 sources')
})
