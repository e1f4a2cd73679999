import {
  besideWords,
  dragEdge,
  dragEdgeByTouch,
  expectSelected,
  handle,
  selectedCard,
} from './app/annotating.ts'
import { expect, test } from './app/test.ts'
import { harbour, writeFiles } from './app/texts.ts'

test('an annotation is made longer and shorter by its ends and by keys, and chosen among those it overlaps', async ({
  app,
  desk,
}) => {
  const { page } = desk
  await desk.importByDialog(await writeFiles(app.folder, { 'harbour.txt': harbour }))
  await desk.select('after nine weeks, the port')
  await desk.press('1')
  await expectSelected(page, 'after nine weeks, the port')

  await test.step('by the mouse, over the end of the block', async () => {
    await dragEdge(page, 'end', 'authority said', 'end')
    await expectSelected(page, 'after nine weeks, the port authority said')
    await dragEdge(page, 'start', 'on Monday', 'start')
    await expectSelected(page, 'on Monday after nine weeks, the port authority said')
    await dragEdge(page, 'end', 'About 4,500 workers', 'end')
    const quote = /^on Monday after nine weeks.*its director\.\s*About 4,500 workers$/s
    await expect(selectedCard(page).locator('[data-card]')).toHaveText(quote)
    await desk.press('ControlOrMeta+z')
    await expectSelected(page, 'on Monday after nine weeks, the port authority said')
    await expect.poll(() => desk.painted()).toEqual(['on Monday after nine weeks, the port authority said'])
  })

  await test.step('Escape gives a drag up', async () => {
    const box = await handle(page, 'end').boundingBox()
    const to = await besideWords(page, 'glad to see', 'end')
    await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await desk.press('Escape')
    await page.mouse.up()
    await expectSelected(page, 'on Monday after nine weeks, the port authority said')
  })

  await test.step('by a finger', async () => {
    await dragEdgeByTouch(page, 'end', 'of Vestmark', 'start')
    await expectSelected(page, 'of Vestmark reopened')
    await desk.press('ControlOrMeta+z')
    await expectSelected(page, 'on Monday after nine weeks, the port authority said')
    await dragEdgeByTouch(page, 'end', 'weeks, the', 'start')
    await expectSelected(page, 'on Monday after nine')
    await dragEdgeByTouch(page, 'end', 'weeks, the port', 'end')
    await expectSelected(page, 'on Monday after nine weeks, the port')
    await dragEdgeByTouch(page, 'end', ', the port', 'start')
    await expectSelected(page, 'on Monday after nine weeks')
  })

  await test.step('by keys, a word at a time', async () => {
    await desk.press('.')
    await desk.press('.')
    await expectSelected(page, 'on Monday after nine weeks, the port')
    await desk.press(',')
    await expectSelected(page, 'on Monday after nine weeks, the')
    await desk.press('<')
    await expectSelected(page, 'reopened on Monday after nine weeks, the')
    await desk.press('>')
    await desk.press('>')
    await expectSelected(page, 'Monday after nine weeks, the')
    await desk.press('ControlOrMeta+z')
    await expectSelected(page, 'on Monday after nine weeks, the')
  })

  await test.step('among several on the same words one chooses', async () => {
    await desk.select('nine weeks, the port authority')
    await desk.press('4')
    await expectSelected(page, 'nine weeks, the port authority')
    await desk.press('a')
    await page.getByRole('textbox', { name: 'Comment' }).pressSequentially('How long is that?')
    await desk.press('Escape')
    await desk.saved()
    const place = await besideWords(page, 'nine weeks, the port', 'start')
    await page.mouse.click(place.x + 20, place.y)
    const list = page.getByRole('listbox', { name: 'Annotations on these words' })
    await expect(list.getByRole('option')).toHaveCount(2)
    await expect(list.getByRole('option').nth(0)).toContainText('How long is that?')
    await desk.press('ArrowDown')
    await desk.press('Enter')
    await expect(list).toBeHidden()
    await expectSelected(page, 'on Monday after nine weeks, the')
    await desk.press('o')
    await list.getByRole('option', { name: 'Blue' }).click()
    await expectSelected(page, 'nine weeks, the port authority')
    await desk.press('o')
    await expect(list).toBeVisible()
    await desk.press('Escape')
    await expect(list).toBeHidden()
    await expectSelected(page, 'nine weeks, the port authority')
  })
})
