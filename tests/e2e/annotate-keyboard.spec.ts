import { expectSelected } from './app/annotating.ts'
import { expect, test } from './app/test.ts'
import { writeFiles } from './app/texts.ts'

/** Of several code points that are one character to a reader. */
const family = '👩‍👩‍👧‍👦'
const flag = '🇺🇦'
const marked = 'q\u0323\u0307'

const texts = {
  'scripts.txt': `Many scripts\n\nThe ${family}${flag} came home early.\n\nقال الوزير إن القوات ستبقى هنا.\n\n军队将撤离韩国首都。\n\nA${marked}b stands for itself.\n`,
}

test('by the keyboard alone, in any script, no character is cut', async ({ app, desk }) => {
  const { page } = desk
  await desk.importByDialog(await writeFiles(app.folder, texts))
  await expect(page.getByRole('heading', { level: 1, name: 'Many scripts' })).toBeVisible()
  const press = async (key: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i++) await desk.press(key)
  }
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '')

  await test.step('the caret comes with an arrow, and selects with Shift', async () => {
    await desk.text.focus()
    await press('ArrowRight')
    await press('Home')
    await press('ArrowDown')
    await press('Home')
    await press('ArrowRight', 4)
    await press('Shift+ArrowRight')
    await expect.poll(selected).toBe(family)
    await press('h')
    await expectSelected(page, family)
  })

  await test.step('from right to left, by words', async () => {
    await press('ArrowDown')
    await press('Home')
    await press('Control+Shift+ArrowLeft', 2)
    await press('3')
    await expectSelected(page, 'قال الوزير')
    await press('.')
    await expectSelected(page, 'قال الوزير إن')
    await press('>')
    await expectSelected(page, 'الوزير إن')
  })

  await test.step('without spaces between the words', async () => {
    await press('ArrowDown')
    await press('Home')
    await press('Shift+ArrowRight', 2)
    await press('4')
    await expectSelected(page, '军队')
    await press('.')
    await expectSelected(page, '军队将')
  })

  await test.step('marks stay with their letter', async () => {
    await press('ArrowDown')
    await press('Home')
    await press('ArrowRight')
    await press('Shift+ArrowRight')
    await press('5')
    await expectSelected(page, marked)
    await press('a')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await page.keyboard.type('A letter with two marks.')
    await press('Escape')
    await expect(desk.text).toBeFocused()
    await expect(desk.annotations.last()).toContainText('A letter with two marks.')
  })

  await test.step('over blocks, and back to what was annotated by Enter', async () => {
    await press('Home')
    await press('Shift+ArrowUp')
    await press('6')
    await expect(desk.annotations).toHaveCount(5)
    await expect
      .poll(() => desk.painted().then((all) => all.some((words) => words.includes('首都'))))
      .toBe(true)
    await press('[')
    await press('[')
    await expectSelected(page, 'الوزير إن')
    await expect.poll(() => desk.painted()).toContain(family)
  })

  await test.step('and everything can be taken back', async () => {
    await press('Delete')
    await expect(desk.annotations).toHaveCount(4)
    await press('ControlOrMeta+z')
    await expect(desk.annotations).toHaveCount(5)
  })
})
