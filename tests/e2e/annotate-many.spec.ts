import { expectSelected } from './app/annotating.ts'
import { expect, test } from './app/test.ts'
import { harbour, writeFiles } from './app/texts.ts'

test('many annotations are filtered, chosen, coloured, tagged, merged and deleted, and each of that is taken back', async ({
  app,
  desk,
}) => {
  const { page } = desk
  await desk.importByDialog(await writeFiles(app.folder, { 'harbour.txt': harbour }))
  const quotes = ['reopened on Monday', '4,500 workers', '12 million crowns', 'most of the spring season']
  for (const [index, quote] of quotes.entries()) {
    await desk.select(quote)
    await desk.press(String(index + 1))
    await expectSelected(page, quote)
  }
  const card = (quote: string) => desk.annotations.getByRole('button', { name: quote })
  const chosen = page.getByRole('toolbar', { name: 'Chosen annotations' })
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const colourOf = (quote: string) => card(quote).getAttribute('title')
  const filters = page.getByRole('group', { name: 'Filter annotations' })

  await test.step('Ctrl and Shift choose, the keys mean all of them', async () => {
    await card('4,500 workers').click()
    await card('most of the spring season').click({ modifiers: ['ControlOrMeta'] })
    await expect(chosen).toContainText('2 chosen')
    await card('12 million crowns').click({ modifiers: ['ControlOrMeta'] })
    await expect(chosen).toContainText('3 chosen')
    await desk.press('5')
    await expect(page.getByRole('status')).toContainText('3 annotations: Purple')
    await expect
      .poll(() => Promise.all(quotes.map(colourOf)))
      .toEqual(['Yellow', 'Purple', 'Purple', 'Purple'])
    await undo.click()
    await expect.poll(() => Promise.all(quotes.map(colourOf))).toEqual(['Yellow', 'Red', 'Green', 'Blue'])
    await desk.press('t')
    await page.keyboard.type('money')
    await desk.press('Enter')
    await expect(desk.annotations.filter({ hasText: 'money' })).toHaveCount(3)
    await chosen.getByRole('button', { name: 'Take the tag money from all of them' }).click()
    await expect(desk.annotations.filter({ hasText: 'money' })).toHaveCount(0)
    await undo.click()
    await expect(desk.annotations.filter({ hasText: 'money' })).toHaveCount(3)
    await chosen.getByRole('button', { name: 'Let go of them' }).click()
    await expect(chosen).toBeHidden()
  })

  await test.step('by the keyboard, and merged into one', async () => {
    await card('reopened on Monday').click()
    await card('reopened on Monday').focus()
    await desk.press('ArrowDown')
    await expect(card('4,500 workers')).toBeFocused()
    await desk.press('Shift+ArrowDown')
    await expect(card('12 million crowns')).toBeFocused()
    await expect(chosen).toContainText('3 chosen')
    await desk.press('m')
    await expect(desk.annotations).toHaveCount(2)
    await expect(card('reopened on Monday after nine weeks')).toBeVisible()
    await expect(card('12 million crowns')).toContainText('4,500 workers')
    await undo.click()
    await expect(desk.annotations).toHaveCount(4)
    await expect.poll(() => desk.painted()).toEqual(quotes)
  })

  await test.step('narrowed by words, colour, tag and links', async () => {
    await desk.select('12 million crowns')
    await desk.stateClaim('It cost a lot.')
    await desk.open('Harbour reopens after nine weeks')
    await filters.getByRole('searchbox', { name: 'Filter by words' }).fill('SPRING')
    await expect(filters).toContainText('1 of 4')
    await filters.getByRole('button', { name: 'Clear' }).click()
    await filters.getByRole('button', { name: 'Red' }).click()
    await expect(card('4,500 workers')).toBeVisible()
    await expect(card('most of the spring season')).toBeHidden()
    await filters.getByRole('button', { name: 'Red' }).click()
    await filters.getByRole('button', { name: /Filter by relation/ }).click()
    await page.getByRole('option', { name: 'supports', exact: true }).click()
    await expect(filters).toContainText('1 of 4')
    await expect(card('12 million crowns').first()).toBeVisible()
    await filters.getByRole('button', { name: /Filter by relation/ }).click()
    await page.getByRole('option', { name: 'Not linked', exact: true }).click()
    await expect(card('reopened on Monday')).toBeVisible()
    await filters.getByRole('button', { name: /Filter by tag/ }).click()
    await page.getByRole('option', { name: 'money' }).click()
    await expect(card('reopened on Monday')).toBeHidden()
  })

  await test.step('what is shown is chosen and deleted, and no more than that', async () => {
    await card('4,500 workers').focus()
    await desk.press('ControlOrMeta+a')
    const count = await desk.annotations.count()
    await expect(chosen).toContainText(`${count} chosen`)
    await desk.press('Delete')
    await expect(page.getByRole('status')).toContainText(`${count} annotations deleted`)
    await expect(page.getByText('No annotation matches the filter')).toBeVisible()
    await undo.click()
    await expect(desk.annotations).toHaveCount(count)
    await desk.press('Escape')
    await expect(chosen).toBeHidden()
  })
})
