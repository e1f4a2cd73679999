import { expect, test } from './app/test.ts'

test('an empty notebook says how to begin', async ({ app }) => {
  await expect(app.page.getByRole('button', { name: 'Import documents…' }).first()).toBeVisible()
  await expect(app.page.getByRole('button', { name: 'Open the sample notebook' })).toBeVisible()
})

test('the sample notebook gives every view something to show', async ({ desk }) => {
  await desk.openSample()
  const { page } = desk

  await desk.openView('Claims')
  await expect(page.getByRole('listbox', { name: 'Claims' }).getByRole('option').nth(3)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Evidence' })).toBeVisible()

  await desk.openView('Matrix')
  await expect(page.getByRole('grid', { name: 'Claims and sources' })).toBeVisible()

  await desk.openView('Graph')
  await expect(page.getByLabel(/^Claim: /).first()).toBeVisible()

  await desk.openView('Timeline')
  await expect(page.getByRole('main').getByText('Published').first()).toBeVisible()

  await desk.openView('Inbox')
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()

  await desk.openView('Notes')
  await expect(page.getByRole('listbox', { name: 'Notes' }).getByRole('option').first()).toBeVisible()
})

test('the sample is still there, and not built twice, when it is opened again', async ({ app, desk }) => {
  await desk.openSample()
  const rows = await desk.sources.getByRole('row').count()
  await app.menu('notebook.openSample')
  await expect(desk.sources.getByRole('row')).toHaveCount(rows)
})
