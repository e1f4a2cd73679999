import { articles, quoteOf } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

const [, first, , second] = articles()
if (first === undefined || second === undefined) throw new Error('There are not enough articles.')

/** The counts in the status bar after each step of the work below, in its order. */
const steps = [
  '0 sources 0 annotations 0 claims 0 notes 0 links',
  '2 sources 0 annotations 0 claims 0 notes 0 links',
  '2 sources 1 annotation 0 claims 0 notes 0 links',
  '2 sources 2 annotations 1 claim 0 notes 1 link',
  '2 sources 3 annotations 1 claim 0 notes 2 links',
  '2 sources 3 annotations 1 claim 1 note 2 links',
]

test('everything is undone and done again, by the menu and by the keyboard', async ({ app, desk }) => {
  const counts = desk.page.getByRole('contentinfo')
  const expectStep = (step: number) => expect(counts).toContainText(spaced(steps[step] ?? ''))

  await desk.importByDialog([first.path, second.path])
  await expectStep(1)
  const titles = await desk.titles()
  await desk.open(desk.titleOf(titles, first))
  await desk.select(quoteOf(first, 0))
  await desk.press('h')
  await expectStep(2)
  await desk.select(quoteOf(first, 1))
  await desk.stateClaim('A claim to take back')
  await expectStep(3)
  await desk.open(desk.titleOf(titles, second))
  await desk.select(quoteOf(second, 0))
  await desk.linkToClaim('contradicts', 'A claim to take back')
  await expectStep(4)
  await desk.openView('Notes')
  await desk.page.getByRole('button', { name: 'New note' }).first().click()
  await expectStep(5)

  // Outside of text fields the keys mean the notebook.
  await desk.openView('Inbox')
  for (let step = 4; step >= 0; step--) {
    await app.menu('history.undo')
    await expectStep(step)
  }
  for (let step = 1; step <= 5; step++) {
    await app.menu('history.redo')
    await expectStep(step)
  }
  for (let step = 4; step >= 0; step--) {
    await desk.press('ControlOrMeta+z')
    await expectStep(step)
  }
  for (let step = 1; step <= 5; step++) {
    await desk.press(step % 2 === 0 ? 'ControlOrMeta+Shift+z' : 'ControlOrMeta+y')
    await expectStep(step)
  }
})

test('a comment and the words of a note are taken back as well', async ({ app, desk }) => {
  await desk.importByDialog([first.path])
  await desk.select(quoteOf(first, 0))
  await desk.press('h')
  await expect(desk.annotations).toHaveCount(1)
  await desk.press('a')
  await desk.page.getByRole('textbox', { name: 'Comment' }).pressSequentially('On second thoughts')
  await desk.press('Escape')
  await desk.saved()
  await app.menu('history.undo')
  await expect(desk.annotations).not.toContainText('On second thoughts')
  await expect(desk.annotations).toHaveCount(1)
  await app.menu('history.redo')
  await expect(desk.annotations).toContainText('On second thoughts')
})

/** The status bar sets its counts apart by space of its own. */
function spaced(counts: string): RegExp {
  return new RegExp(counts.replaceAll(/ (?=\d)/g, '[\\s·]*'))
}
