import { expect, test } from './app/test.ts'

test('two windows that write one note at once are told, and choose', async ({ app, desk }) => {
  await desk.newNote('Shared')
  await desk.noteText.click()
  await desk.page.keyboard.type('a beginning')
  await desk.saved()

  const other = await app.page.context().newPage()
  await other.goto(app.page.url())
  await other.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Notes' }).click()
  await other.getByRole('option', { name: 'Shared' }).click()
  const otherText = other.getByRole('textbox', { name: 'Note', exact: true })
  await expect(otherText).toHaveText('a beginning')

  await test.step('one after the other both write the same note', async () => {
    await otherText.press('ControlOrMeta+End')
    await other.keyboard.type(', goes on')
    await expect(desk.noteText).toHaveText('a beginning, goes on')
    await desk.noteText.press('ControlOrMeta+End')
    await desk.page.keyboard.type(', and on')
    await expect(otherText).toHaveText('a beginning, goes on, and on')
  })

  /** Saved is what stands when the typing pauses: slow typing here holds that back until the other's words came. */
  const writeAtOnce = async (mine: string, theirs: string): Promise<void> => {
    await desk.noteText.press('ControlOrMeta+End')
    await otherText.press('ControlOrMeta+End')
    await Promise.all([desk.page.keyboard.type(mine, { delay: 150 }), other.keyboard.type(theirs)])
  }
  const alert = desk.page.getByRole('alert').filter({ hasText: 'changed in another window' })

  await test.step('at once: what was written here can stay', async () => {
    await writeAtOnce(' mine mine mine mine', ' theirs')
    await expect(alert).toBeVisible()
    await alert.getByRole('button', { name: 'Keep mine' }).click()
    await expect(alert).toBeHidden()
    await expect(otherText).toHaveText('a beginning, goes on, and on mine mine mine mine')
  })

  await test.step('or give way', async () => {
    await writeAtOnce(' again again again again', ' theirs')
    await expect(alert).toBeVisible()
    await alert.getByRole('button', { name: 'Take theirs' }).click()
    await expect(desk.noteText).toHaveText('a beginning, goes on, and on mine mine mine mine theirs')
    await desk.page.reload()
    await desk.openView('Notes')
    await desk.page.getByRole('option', { name: 'Shared' }).click()
    await expect(desk.noteText).toHaveText('a beginning, goes on, and on mine mine mine mine theirs')
  })
})
