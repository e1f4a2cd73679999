import { readFile } from 'node:fs/promises'
import { expectSelected } from './app/annotating.ts'
import { expect, test } from './app/test.ts'
import { harbour, odd, writeFiles } from './app/texts.ts'

test('all annotations stand in one table: sorted, filtered, named, exported, changed many at a time, and opened', async ({
  app,
  desk,
}) => {
  const { page } = desk
  await desk.importByDialog(await writeFiles(app.folder, { 'harbour.txt': harbour, 'odd.txt': odd }))
  await desk.open('Harbour reopens after nine weeks')
  await desk.select('12 million crowns')
  await desk.press('3')
  await expectSelected(page, '12 million crowns')
  await desk.press('a')
  await page.getByRole('textbox', { name: 'Comment' }).pressSequentially('=SUM("all", of it)')
  await desk.press('Escape')
  await desk.select('4,500 workers')
  await desk.press('1')
  await expectSelected(page, '4,500 workers')
  await desk.saved()
  await desk.open('A letter from the north')
  await desk.select('the second bridge')
  await desk.press('1')
  await expectSelected(page, 'the second bridge')

  await desk.press('ControlOrMeta+8')
  const grid = page.getByRole('grid', { name: 'All annotations' })
  const rows = grid.locator('tbody').getByRole('row')
  const quotes = () => rows.locator('td:nth-child(3)').allTextContents()
  const bar = page.getByRole('group', { name: 'Filter annotations' })
  await expect(rows).toHaveCount(3)

  await test.step('sorted by a column, and back', async () => {
    await grid.getByRole('button', { name: 'Quote' }).click()
    await expect
      .poll(quotes)
      .toEqual(['12 million crowns', '4,500 workers', 'the second bridge'].sort(naturally))
    await expect(grid.getByRole('columnheader', { name: 'Quote' })).toHaveAttribute('aria-sort', 'ascending')
    await grid.getByRole('button', { name: 'Quote' }).click()
    await expect
      .poll(quotes)
      .toEqual(['12 million crowns', '4,500 workers', 'the second bridge'].sort(naturally).reverse())
  })

  await test.step('the colours get names that the table and its export use', async () => {
    await app.menu('annotation.nameColours')
    const dialog = page.getByRole('dialog', { name: 'Name the colours' })
    await dialog.getByRole('textbox', { name: 'Green' }).fill('Counter-evidence')
    await dialog.getByRole('button', { name: 'Save names' }).click()
    await expect(dialog).toBeHidden()
    await expect(rows.filter({ hasText: '12 million' })).toContainText('Counter-evidence')
    await expect(bar.getByRole('img', { name: 'Counter-evidence (green)' })).toBeVisible()
  })

  await test.step('narrowed to a source, and exported as it stands', async () => {
    await bar.getByRole('button', { name: 'Any source' }).click()
    const picker = page.getByRole('dialog', { name: 'Choose a source' })
    await picker.getByRole('searchbox').fill('Harbour')
    await picker.getByRole('option').first().click()
    await expect(rows).toHaveCount(2)
    await page.getByRole('button', { name: 'Columns' }).click()
    const columns = page.getByRole('dialog', { name: 'Columns' })
    for (const name of ['Author', 'Links', 'Created', 'Changed'])
      await columns.getByRole('checkbox', { name }).uncheck()
    await desk.press('Escape')
    await page.getByRole('button', { name: 'Save or print' }).click()
    await expect(page.getByRole('menuitem', { name: 'Print…' })).toBeVisible()
    const path = await app.downloaded(() => page.getByRole('menuitem', { name: 'Save as CSV' }).click())
    expect((await readFile(path, 'utf8')).replace('\uFEFF', '')).toBe(
      [
        'Colour,Quote,Comment,Tags,Source',
        'Counter-evidence,12 million crowns,"\'=SUM(""all"", of it)",,Harbour reopens after nine weeks',
        'Yellow,"4,500 workers",,,Harbour reopens after nine weeks',
      ]
        .sort((a, b) => csvOrder(a) - csvOrder(b))
        .map((line) => `${line}\r\n`)
        .join(''),
    )
    await page.getByRole('button', { name: 'Copy what is shown as Markdown' }).click()
    await expect(page.getByRole('status')).toContainText('2 annotations copied as Markdown')
    await bar.getByRole('button', { name: 'Any source' }).click()
    await expect(rows).toHaveCount(3)
  })

  await test.step('chosen and changed by the keyboard alone', async () => {
    await grid.focus()
    await desk.press('Home')
    await desk.press('Shift+End')
    const chosen = page.getByRole('toolbar', { name: 'Chosen annotations' })
    await expect(chosen).toContainText('3 chosen')
    await expect(chosen.getByRole('button', { name: 'Merge' })).toBeDisabled()
    await desk.press('2')
    await expect(rows.filter({ hasText: 'Red' })).toHaveCount(3)
    await desk.press('ControlOrMeta+z')
    await expect(rows.filter({ hasText: 'Red' })).toHaveCount(0)
    await desk.press('Escape')
    await expect(chosen).toBeHidden()
  })

  await test.step('a row’s menu by pointer and by key: colour, tag and delete', async () => {
    const bridge = rows.filter({ hasText: 'the second bridge' })
    await bridge.click({ button: 'right' })
    const menu = page.getByRole('menu', { name: 'What can be done with this annotation' })
    await menu.getByRole('menuitem', { name: 'Colour: Blue' }).click()
    await expect(bridge).toContainText('Blue')
    await bridge.click()
    await grid.focus()
    await desk.press('Shift+F10')
    await menu.getByRole('menuitem', { name: 'Tag…' }).click()
    await page.keyboard.type('crossing')
    await desk.press('Enter')
    await expect(bridge).toContainText('crossing')
    await desk.press('Escape')
    await bridge.click({ button: 'right' })
    await menu.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(rows).toHaveCount(2)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(rows).toHaveCount(3)
  })

  await test.step('Enter opens the passage, and Back leads to the table', async () => {
    await desk.press('Home')
    await bar.getByRole('searchbox', { name: 'Filter by words' }).fill('bridge')
    await expect(rows).toHaveCount(1)
    await grid.focus()
    await desk.press('Home')
    await desk.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'A letter from the north' })).toBeVisible()
    await expectSelected(page, 'the second bridge')
    await desk.press('Alt+ArrowLeft')
    await expect(rows).toHaveCount(1)
  })
})

/** As people order words that begin with numbers. */
function naturally(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' })
}

/** The head, then the rows in the order of the table: sorted by quote, backwards. */
function csvOrder(line: string): number {
  return line.startsWith('Colour') ? 0 : line.includes('12 million') ? 1 : 2
}
