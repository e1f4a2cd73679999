import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './app/test.ts'
import { harbour, odd, writeFiles } from './app/texts.ts'

test('a flagged passage is left out of search and comes back', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'odd.txt': odd, 'clean.txt': harbour }))
  await desk.open('A letter from the north')
  await expect(desk.flags).toContainText('1 of 2')
  await expect.poll(() => desk.marked('flag')).toContain('спостері4')
  const found = desk.results.getByRole('option').filter({ hasText: 'спостері4' })
  await desk.search.fill('спостері4')
  await expect(found).toBeVisible()
  await desk.press('Escape')

  await desk.flags.getByRole('button', { name: 'Leave out' }).click()
  await expect.poll(() => desk.marked('excluded')).toEqual(['спостері4'])
  await desk.search.fill('спостері4 ')
  await expect(desk.page.getByText('Nothing found.')).toBeVisible()
  // The rest of its paragraph is still found.
  await desk.search.fill('Nobody had expected')
  await expect(desk.results.getByRole('option').first()).toBeVisible()
  await desk.press('Escape')

  await desk.flags.getByRole('button', { name: 'Show all' }).click()
  await desk.flags.getByRole('button', { name: 'Include again' }).click()
  await expect.poll(() => desk.marked('excluded')).toEqual([])
  await desk.search.fill('спостері4')
  await expect(found).toBeVisible()
})

test('flags are dismissed one by one, many at once, and taken back', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'odd.txt': odd }))
  await desk.flags.getByRole('button', { name: 'Dismiss' }).click()
  await expect(desk.flags).not.toContainText('Mixed letters')
  await desk.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(desk.flags).toContainText('1 of 2')

  await app.menu('flags.show')
  const dialog = desk.page.getByRole('dialog', { name: 'Flags' })
  await expect(dialog.getByRole('list', { name: 'Flags of the notebook' }).getByRole('listitem')).toHaveCount(
    2,
  )
  await dialog.getByRole('checkbox', { name: 'Select all' }).check()
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).first().click()
  await expect(dialog).toContainText('No flag is of this kind')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(desk.flags).toBeHidden()
})

test('any passage can be left out by hand', async ({ app, desk }) => {
  await desk.importByDialog(await writeFiles(app.folder, { 'clean.txt': harbour }))
  await desk.select('Fishermen said they had lost most of the spring season.')
  await desk.press('x')
  await expect(desk.flags).toContainText('1 passage left out')
  await expect
    .poll(() => desk.marked('excluded'))
    .toEqual(['Fishermen said they had lost most of the spring season.'])
  await desk.search.fill('Fishermen')
  await expect(desk.page.getByText('Nothing found.')).toBeVisible()
})

test('what a careful reader would distrust in real articles is flagged', async ({ desk }) => {
  const folder = resolve(import.meta.dirname, '../../../shared/seeds')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
  const expected =
    names.length === 4 ? ['Unrelated end', 'Mixed letters', 'Citations without a list', 'Same story'] : []
  if (names.length > 0) {
    await desk.drop(names.map((name) => join(folder, name)))
    await desk.report.getByRole('button', { name: 'All flags…' }).click()
  }
  const dialog = desk.page.getByRole('dialog', { name: 'Flags' })
  for (const kind of expected) {
    await expect(dialog.getByRole('button', { name: new RegExp(`^${kind} \\d`) })).toBeVisible()
  }
  await expect(desk.page.getByRole('contentinfo').first()).toContainText(`${names.length} source`)
})
