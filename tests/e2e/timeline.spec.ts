import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './app/test.ts'

/** Where pictures of each step go, to be looked at; nowhere as a rule. */
const pictures = process.env.CROSSREAD_PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/timeline-${name}.png` })
}

const memoir = 'A year after the Aldra, we still blame the weather'
const report = 'Interim report 2024-17'

test('the timeline is zoomed, walked, dated and taken elsewhere; it says who said a claim first', async ({
  app,
  desk,
}) => {
  await desk.openSample()
  await expect(desk.sources.getByRole('row', { name: memoir })).toBeVisible()
  const page = (): Page => desk.page
  const lane = (name: string) => page().getByRole('listbox', { name, exact: true })
  const mark = (laneName: string, title: string) => lane(laneName).getByRole('option', { name: title })
  const axis = () => page().getByRole('slider', { name: 'Time in sight' })
  const timeInSight = () => axis().getAttribute('aria-valuetext')
  const opened = (title: string) => page().getByRole('heading', { level: 1, name: title })

  await test.step('one comes closer by keys, buttons and the wheel, moves along, and sees all again', async () => {
    await desk.openView('Timeline')
    await expect(mark('Published', memoir)).toBeVisible()
    await picture(page(), 'all')
    const all = await timeInSight()
    await axis().focus()
    await desk.press('+')
    await expect(axis()).not.toHaveAttribute('aria-valuetext', all ?? '')
    const closer = await timeInSight()
    await desk.press('ArrowRight')
    await expect(axis()).not.toHaveAttribute('aria-valuetext', closer ?? '')
    await desk.press('0')
    await expect(axis()).toHaveAttribute('aria-valuetext', all ?? '')

    await page().getByRole('button', { name: 'Zoom in' }).click()
    await expect(axis()).not.toHaveAttribute('aria-valuetext', all ?? '')
    const box = await axis().boundingBox()
    if (box === null) throw new Error('The axis is not to be seen.')
    const before = await timeInSight()
    await page().mouse.move(box.x + 400, box.y + 16)
    await page().mouse.down()
    await page().mouse.move(box.x + 300, box.y + 16, { steps: 4 })
    await page().mouse.up()
    await expect(axis()).not.toHaveAttribute('aria-valuetext', before ?? '')
    const dragged = await timeInSight()
    await page().keyboard.down('Control')
    await page().mouse.wheel(0, -200)
    await page().keyboard.up('Control')
    await expect(axis()).not.toHaveAttribute('aria-valuetext', dragged ?? '')
    await page().getByRole('button', { name: 'Show the whole time' }).click()
    await expect(axis()).toHaveAttribute('aria-valuetext', all ?? '')
  })

  await test.step('the arrows walk by time and between lanes, and Enter opens the source', async () => {
    await lane('Published').focus()
    for (let i = 0; i < 12; i++) await desk.press('ArrowRight')
    await expect(mark('Published', memoir)).toHaveAttribute('aria-selected', 'true')
    await desk.press('ArrowLeft')
    await expect(mark('Published', report)).toHaveAttribute('aria-selected', 'true')
    await expect(mark('Published', report)).toHaveAccessibleName(/December 2024, day not known/)
    await desk.press('ArrowDown')
    await expect(lane('Event')).toBeFocused()
    await desk.press('ArrowUp')
    await expect(lane('Published')).toBeFocused()
    await picture(page(), 'walked')
    await desk.press('End')
    for (let i = 0; i < 12; i++) await desk.press('ArrowRight')
    await desk.press('Enter')
    await expect(opened(memoir)).toBeVisible()
    await desk.openView('Timeline')
  })

  await test.step('a date that is uncertain is typed as people write it, and drawn as a span', async () => {
    await mark('Published', memoir).click()
    await page()
      .getByRole('region', { name: 'The selected source' })
      .getByRole('button', { name: 'Edit date…' })
      .click()
    const field = page().getByRole('tabpanel').getByRole('textbox', { name: 'Published' })
    await expect(field).toBeFocused()
    await field.fill('one fine day')
    await expect(page().getByText('or any words in quotation marks')).toBeVisible()
    await field.fill('c. 2023')
    await expect(page().getByText('Read as: about 2023.')).toBeVisible()
    await picture(page(), 'typed')
    await desk.press('Enter')
    await expect(field).toHaveValue('2023~')
    await desk.saved()
    await desk.openView('Timeline')
    await expect(mark('Published', memoir)).toHaveAccessibleName(/about 2023/)
    await picture(page(), 'about')
  })

  await test.step('a source without a date gets one from here, and moves onto the lane', async () => {
    await mark('Published', memoir).click()
    await page().getByRole('button', { name: 'Edit date…' }).click()
    const field = page().getByRole('tabpanel').getByRole('textbox', { name: 'Published' })
    await expect(field).toBeFocused()
    await field.fill('"not yet printed"')
    await desk.press('Enter')
    await desk.saved()
    await desk.openView('Timeline')
    const undated = page().getByRole('region', { name: '1 source without a date of publication' })
    await expect(undated).toContainText('“not yet printed”')
    await expect(mark('Published', memoir)).toBeHidden()
    await picture(page(), 'undated')
    await undated.getByRole('button', { name: `Set the date of “${memoir}”` }).click()
    await expect(field).toBeFocused()
    await field.fill('2024/2025')
    await desk.press('Enter')
    await desk.saved()
    await desk.openView('Timeline')
    await expect(mark('Published', memoir)).toHaveAccessibleName(/between 2024 and 2025/)
    await expect(undated).toBeHidden()
  })

  await test.step('who said it first: as far as the dates can tell, with the passages', async () => {
    await page().getByRole('button', { name: 'Claim to follow' }).click()
    const choices = page().getByRole('dialog', { name: 'Claim to follow' })
    await choices.getByRole('searchbox', { name: 'Find a claim' }).fill('214 people')
    await choices.getByRole('option').first().click()
    const first = page().getByRole('complementary', { name: 'Who said it first' })
    await expect(first).toContainText('Who came first cannot be told')
    await expect(first.getByRole('listitem').first()).toContainText('1–2')
    await expect(first).toContainText('1 copy of the same origin')
    await expect(mark('Published', report)).toHaveAccessibleName(/supports/)
    await picture(page(), 'first')
    await first.getByRole('button', { name: 'Whose order is looked at' }).click()
    await page().getByRole('option', { name: 'Those that speak against it' }).click()
    await expect(first).toContainText('One voice alone: “Three killed in Harn Sound ferry crash”')
    await page().getByRole('checkbox', { name: 'Only its sources' }).check()
    await expect(mark('Published', memoir)).toBeHidden()
    await first.getByRole('button', { name: /with 241 people aboard/ }).click()
    await expect(opened('Three killed in Harn Sound ferry crash')).toBeVisible()
    await desk.openView('Timeline')
    await page().getByRole('checkbox', { name: 'Only its sources' }).uncheck()
  })

  await test.step('lanes fold, and what is shown is saved as table and drawing', async () => {
    await page()
      .getByRole('button', { name: /^Captured/ })
      .click()
    await expect(lane('Captured')).toBeHidden()
    const save = async (form: string): Promise<string> => {
      await page().getByRole('button', { name: 'Save or print' }).click()
      return app.downloaded(() => page().getByRole('menuitem', { name: form }).click())
    }
    const csv = await readFile(await save('Save as CSV'), 'utf8')
    expect(csv).toContain('Lane,Date,Earliest,Latest,Title,Publisher,Bears on C1')
    expect(csv).toContain(`Published,2024/2025,2024-01-01,2025-12-31,"${memoir}",Velland Review,`)
    expect(csv).not.toContain('Captured,')
    const svg = await readFile(await save('Save as SVG'), 'utf8')
    expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
    expect(svg).toContain('Interim report')
    if (pictures) await page().evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await picture(page(), 'dark')
  })
})
