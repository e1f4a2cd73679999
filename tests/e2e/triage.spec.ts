import { expect, test } from './app/test.ts'
import { harbour, writeFiles } from './app/texts.ts'

const lostWords = 'About 4,500 workers had been sent home in March'

/** The newer file: one passage says something else, one was rewritten, what follows has moved, and one went. */
const newer = harbour
  .replace('The harbour of Vestmark', 'After long delays the harbour of Vestmark')
  .replace('12 million crowns', '14.5 million crowns')
  .replace(
    /About 4,500 workers[^\n]*\n\n/,
    'It rained all spring. Some 4,500 of the workers were sent home in April, when a crane fell.\n\n',
  )
  .replace(
    ' A second crane will be replaced next year, according to the authority’s plan for the coming decade.',
    '',
  )

test('annotations of a replaced file are judged with the mouse and with the keyboard, and all of it is undone', async ({
  app,
  desk,
}) => {
  const { page } = desk
  const list = page.getByRole('dialog', { name: 'Changed annotations' })
  const rows = list.getByRole('list', { name: 'Annotations' }).locator('> li')
  const row = (words: string) => rows.filter({ hasText: words })
  const bar = page.getByRole('region', { name: 'Changed annotations' })
  const placing = page.getByRole('region', { name: 'Move an annotation' })

  await test.step('a newer file takes the place of one with five annotations', async () => {
    await desk.importByDialog(await writeFiles(app.folder, { 'first.txt': harbour }))
    for (const [index, words] of [
      'The harbour',
      lostWords,
      '12 million crowns',
      'A second crane will be replaced next year',
      'lost most of the spring season',
    ].entries()) {
      await desk.select(words)
      await desk.press(String(index + 1))
      await expect(desk.annotations).toHaveCount(index + 1)
    }
    const [path = ''] = await writeFiles(app.folder, { 'newer.txt': newer })
    await app.chooseFiles([path], () => app.menu('sources.replace'))
    const outcome = page.getByRole('dialog', { name: 'What became of the annotations' })
    await outcome.getByRole('button', { name: 'Judge them…' }).click()
    await expect(outcome).toBeHidden()
  })

  await test.step('what changed or was lost is listed with its difference, the rest on demand', async () => {
    await expect(rows).toHaveCount(4)
    await expect(list.getByRole('button', { name: 'lost 2' })).toHaveAttribute('aria-pressed', 'true')
    await expect(list.getByRole('button', { name: 'moved 1' })).toHaveAttribute('aria-pressed', 'false')
    await expect(row('million crowns').locator('del')).toHaveText('12')
    await expect(row('million crowns').locator('ins')).toHaveText('14.5')
    await expect(row(lostWords).locator('ol li').first().locator('ins').last()).toHaveText('April')
    // Behind the dialog, where screen readers do not go.
    await expect(page.locator('section[aria-label="Changed annotations"]')).toContainText(
      '2 annotations lost',
    )
    await list.getByRole('button', { name: 'Accept 1 moved' }).click()
    await expect(list.getByRole('button', { name: 'moved 0' })).toBeVisible()
  })

  await test.step('with the mouse: a lost one goes to a place that was proposed, and one is left lost', async () => {
    await row(lostWords).getByRole('button', { name: 'Put there' }).first().click()
    await expect(rows).toHaveCount(3)
    await row('A second crane').getByRole('button', { name: 'Leave lost' }).click()
    await expect(rows).toHaveCount(2)
    await desk.press('ControlOrMeta+z')
    await expect(rows).toHaveCount(3)
  })

  await test.step('with the keyboard: one is accepted, one deleted and brought back', async () => {
    await row('The harbour').focus()
    await desk.press('End')
    await expect(row('A second crane')).toBeFocused()
    await desk.press('ArrowUp')
    await expect(row('million crowns')).toBeFocused()
    await desk.press('a')
    await expect(row('million crowns')).toHaveCount(0)
    await expect(row('A second crane')).toBeFocused()
    await desk.press('Delete')
    await expect(row('A second crane')).toHaveCount(0)
    await desk.press('ControlOrMeta+z')
    await expect(row('A second crane')).toBeVisible()
  })

  await test.step('by hand: the passage is selected in the text and changed with the arrows', async () => {
    await row('The harbour').focus()
    await desk.press('m')
    await expect(list).toBeHidden()
    await expect(placing).toContainText('The harbour')
    await page.waitForFunction(() => getSelection()?.toString() === 'the harbour')
    for (let letter = 0; letter < ' of Vestmark'.length; letter++) await desk.press('Shift+ArrowRight')
    await expect(placing).toContainText('Put it on the selected passage')
    await desk.press('ControlOrMeta+Enter')
    await expect(placing).toBeHidden()
    await expect(list).toBeVisible()
    await expect(rows).toHaveCount(1)
    await expect(row('A second crane')).toBeFocused()
    await desk.press('a')
    await expect(list.getByText('Nothing to judge')).toBeVisible()
    await desk.press('Escape')
  })

  await test.step('everything stands as it was judged, and can be found from elsewhere', async () => {
    await expect(bar).toBeHidden()
    await expect
      .poll(() => desk.painted())
      .toEqual([
        'the harbour of Vestmark',
        '4,500 of the workers were sent home in April',
        '14.5 million crowns',
        'lost most of the spring season',
      ])
    await desk.openView('Inbox')
    await expect(page.getByRole('heading', { name: 'Annotations whose text changed' })).toHaveCount(0)
    await app.menu('history.undo')
    await expect(page.getByRole('heading', { name: 'Annotations whose text changed' })).toBeVisible()
    await page.getByRole('button', { name: 'Judge them…' }).click()
    await expect(row('A second crane')).toBeVisible()
    await desk.press('Escape')
    await app.menu('triage.show')
    await expect(row('A second crane')).toBeVisible()
  })
})
