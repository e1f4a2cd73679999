import type { Locator, Page } from '@playwright/test'
import type { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'
import { harbour, odd, writeFiles } from './app/texts.ts'

const chapters = Array.from({ length: 8 }, (_, i) => chapter(i + 1)).join('\n\n')
/** Long enough to be scrolled, with headings; every paragraph says which it is. */
const report = `# The state of the quays\n\n${chapters}`
const reportTitle = 'The state of the quays'
const harbourTitle = 'Harbour reopens after nine weeks'
const oddTitle = 'A letter from the north'

function chapter(number: number): string {
  const words = 'The piles were counted at low water, and each of them was struck with a hammer. '.repeat(5)
  const paragraphs = Array.from({ length: 6 }, (_, i) => `Paragraph ${number}.${i + 1} begins here. ${words}`)
  return `## Chapter ${number}\n\n${paragraphs.join('\n\n')}`
}

async function importThree(desk: Desk, folder: string): Promise<void> {
  await desk.importByDialog(
    await writeFiles(folder, { 'harbour.txt': harbour, 'letter.txt': odd, 'report.md': report }),
  )
  await expect(desk.sources.getByRole('row')).toHaveCount(3)
}

function tabs(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Open tabs' }).getByRole('listitem')
}

function beside(page: Page): Locator {
  return page.getByRole('region', { name: 'Beside the text' })
}

/** Scrolls a text until the paragraph that begins so is the first one in view, and stays it: sections take their height late. */
async function scrollTo(text: Locator, words: string): Promise<void> {
  await text.getByText(words).evaluate(async (element) => {
    // As a hand does: a jump that is still finding its place lets go.
    element.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))
    for (let still = 0; still < 5; ) {
      const before = element.getBoundingClientRect().top
      element.scrollIntoView({ block: 'start' })
      await new Promise(requestAnimationFrame)
      still = Math.abs(element.getBoundingClientRect().top - before) < 1 ? still + 1 : 0
    }
  })
}

/** Drags with the mouse from one place to another, slowly enough to hover above the latter. */
async function drag(page: Page, from: Locator, to: Locator, offset = 12): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('There is nothing to drag, or nowhere to drag it to.')
  await page.mouse.move(start.x + 40, start.y + offset)
  await page.mouse.down()
  await page.mouse.move(start.x + 52, start.y + offset + 4, { steps: 3 })
  await page.mouse.move(end.x + 60, end.y + Math.min(offset, end.height / 2), { steps: 8 })
  await page.mouse.up()
}

test('tabs open, close, move and come back after a restart, with everything around them', async ({
  app,
  desk,
}) => {
  await importThree(desk, app.folder)

  await test.step('one tab for what is looked at, its own for what is kept', async () => {
    await desk.open(harbourTitle)
    await expect(tabs(desk.page)).toHaveText([harbourTitle])
    await desk.source(oddTitle).dblclick()
    await expect(tabs(desk.page)).toHaveText([oddTitle])
    await desk.source(harbourTitle).click()
    await expect(tabs(desk.page)).toHaveText([oddTitle, harbourTitle])
    await desk.open(reportTitle)
    await expect(tabs(desk.page)).toHaveText([oddTitle, reportTitle])
    await desk.source(harbourTitle).click({ button: 'middle' })
    await expect(tabs(desk.page)).toHaveText([oddTitle, reportTitle, harbourTitle])
  })

  await test.step('by keys and by mouse: next, close, reopen, move', async () => {
    await desk.press('Alt+PageDown')
    await expect(desk.page.getByRole('heading', { level: 1, name: oddTitle })).toBeVisible()
    await desk.press('Alt+w')
    await expect(tabs(desk.page)).toHaveText([reportTitle, harbourTitle])
    await expect(desk.page.getByRole('heading', { level: 1, name: reportTitle })).toBeVisible()
    await desk.press('Alt+Shift+t')
    await expect(tabs(desk.page)).toHaveText([oddTitle, reportTitle, harbourTitle])
    await tabs(desk.page).nth(2).click({ button: 'middle' })
    await expect(tabs(desk.page)).toHaveText([oddTitle, reportTitle])
    await desk.press('Alt+Shift+t')
    await drag(desk.page, tabs(desk.page).nth(2), tabs(desk.page).nth(0))
    await expect(tabs(desk.page)).toHaveText([harbourTitle, oddTitle, reportTitle])
  })

  await test.step('a note stands in a tab as well', async () => {
    await desk.newNote('What to ask')
    await desk.press('Enter')
    await desk.page.getByRole('option', { name: 'What to ask' }).click({ button: 'right' })
    await desk.page.getByRole('menuitem', { name: 'Open in a tab' }).click()
    await expect(desk.noteText).toBeVisible()
    await expect(tabs(desk.page)).toHaveCount(4)
  })

  await test.step('what was deleted closes', async () => {
    await desk.source(harbourTitle).click({ button: 'right' })
    await desk.page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(tabs(desk.page).filter({ hasText: harbourTitle })).toHaveCount(0)
  })

  await desk.open(reportTitle)
  await scrollTo(desk.text, 'Paragraph 4.2 begins here.')
  await desk.source(oddTitle).click({ button: 'right' })
  await desk.page.getByRole('menuitem', { name: 'Open Beside' }).click()
  await expect(beside(desk.page).getByRole('document')).toContainText('The writer then describes')
  await desk.press('ControlOrMeta+=')
  await desk.page.getByRole('tab', { name: 'Contents' }).click()
  const size = await desk.text.first().evaluate((text) => getComputedStyle(text).fontSize)
  await expect(desk.text.first().getByText('Paragraph 4.2 begins here.')).toBeInViewport()
  await desk.saved()

  await app.restart()
  await expect(tabs(desk.page)).toHaveText(['What to ask', oddTitle, reportTitle])
  await expect(desk.page.getByRole('tab', { name: 'Contents' })).toHaveAttribute('aria-selected', 'true')
  await expect(beside(desk.page).getByRole('document')).toContainText('The writer then describes')
  await expect(desk.text.first().getByText('Paragraph 4.2 begins here.')).toBeInViewport()
  expect(await desk.text.first().evaluate((text) => getComputedStyle(text).fontSize)).toBe(size)
})

test('two sources are read and annotated side by side, and linked by dragging', async ({ app, desk }) => {
  await importThree(desk, app.folder)
  const { page } = desk
  await desk.open(harbourTitle)
  const main = desk.text.first()

  await test.step('a row dropped at the edge stands beside', async () => {
    const from = await desk.source(reportTitle).boundingBox()
    if (!from) throw new Error('The source is not in sight.')
    await page.mouse.move(from.x + 40, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 30, { steps: 3 })
    const edge = page.getByText('Open beside', { exact: true })
    await expect(edge).toBeVisible()
    await edge.hover()
    await edge.hover()
    await page.mouse.up()
    await expect(beside(page).getByRole('document')).toContainText('Paragraph 1.1 begins here.')
  })
  const other = beside(page).getByRole('document')

  await test.step('both are annotated: keys are about the side one is in', async () => {
    await other.getByText('Paragraph 1.2 begins here.').click({ clickCount: 3 })
    await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
    await desk.press('h')
    await expect(desk.annotations).toHaveCount(1)
    await expect(desk.annotations).toContainText('Paragraph 1.2 begins here.')
    await main.getByText('The harbour of Vestmark').click({ clickCount: 3 })
    await desk.press('2')
    await expect(desk.annotations).toContainText('The harbour of Vestmark')
    await expect.poll(async () => (await desk.painted()).length).toBe(2)
  })

  await test.step('a passage dropped on a sentence of the other side is linked to it, as one step', async () => {
    const passage = main.getByText('About 4,500 workers')
    await passage.click({ clickCount: 3 })
    await drag(page, passage, other.getByText('Paragraph 1.1 begins here.'))
    const question = page.getByRole('dialog', { name: 'How the one bears on the other' })
    await question.getByRole('option', { name: 'contradicts' }).click()
    await expect(page.getByText('Linked: contradicts.')).toBeVisible()
    await expect(page.getByRole('contentinfo')).toContainText('1 link')
    await expect(page.getByRole('contentinfo')).toContainText('4 annotations')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByRole('contentinfo')).toContainText('0 links')
    await expect(page.getByRole('contentinfo')).toContainText('2 annotations')
  })

  await test.step('Escape lets go of it', async () => {
    const passage = main.getByText('About 4,500 workers')
    await passage.click({ clickCount: 3 })
    await drag(page, passage, other.getByText('Paragraph 1.1 begins here.'))
    const question = page.getByRole('dialog', { name: 'How the one bears on the other' })
    // The relation used last is offered first.
    await expect(question.getByRole('option').first()).toHaveText(/contradicts/)
    await desk.press('Escape')
    await expect(question).toBeHidden()
    await expect(page.getByRole('contentinfo')).toContainText('0 links')
  })

  await test.step('they scroll together, and apart', async () => {
    await desk.source(reportTitle).click()
    await page.keyboard.press('ControlOrMeta+Backslash')
    const palette = page.getByRole('dialog', { name: 'Open beside' })
    await palette.getByRole('combobox').fill(reportTitle.slice(0, 12))
    await palette.getByRole('option', { name: reportTitle }).click()
    await page.getByRole('button', { name: 'Scroll together' }).click()
    await desk.text.first().hover()
    await page.mouse.wheel(0, 2_000)
    await expect.poll(() => scrolled(beside(page))).toBeGreaterThan(1_000)
    await page.getByRole('button', { name: 'Scroll together' }).click()
    const before = await scrolled(beside(page))
    await desk.text.first().hover()
    await page.mouse.wheel(0, 1_500)
    await expect.poll(() => scrolled(page.getByRole('main'))).toBeGreaterThan(before + 1_000)
    expect(await scrolled(beside(page))).toBe(before)
  })

  await test.step('a claim stands beside, takes passages, and marks them when it is chosen', async () => {
    await desk.open(harbourTitle)
    await desk.text.first().getByText('The repair cost 12 million').click({ clickCount: 3 })
    await desk.stateClaim('The repair was dear')
    await app.menu('beside.open')
    const palette = page.getByRole('dialog', { name: 'Open beside' })
    await palette.getByRole('combobox').fill('The repair was')
    await palette.getByRole('option', { name: 'The repair was dear' }).click()
    await expect.poll(() => evidence(page)).toEqual([expect.stringContaining('The repair cost 12 million')])
    const passage = desk.text.first().getByText('Fishermen said they had lost')
    await passage.click({ clickCount: 3 })
    await drag(page, passage, beside(page).getByRole('heading', { name: 'Evidence' }))
    await page.getByRole('dialog', { name: 'How the one bears on the other' }).getByText('supports').click()
    await expect(beside(page)).toContainText('Fishermen said they had lost')
    await expect(page.getByRole('contentinfo')).toContainText('2 links')
  })
})

test('back and forward, contents and progress know where one reads', async ({ app, desk }) => {
  await importThree(desk, app.folder)
  const { page } = desk
  await desk.open(reportTitle)
  const row = desk.source(reportTitle)
  await expect(desk.source(oddTitle).getByLabel('Not read yet')).toBeVisible()

  await test.step('contents follow the text and lead into it', async () => {
    await desk.press('ControlOrMeta+Shift+o')
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await expect(contents.getByRole('button')).toHaveCount(8)
    await contents.getByRole('button', { name: 'Chapter 5' }).click()
    await expect(desk.text.getByText('Paragraph 5.1 begins here.')).toBeInViewport()
    await expect(contents.locator('[aria-current="location"]')).toHaveText('Chapter 5')
    await scrollTo(desk.text, 'Paragraph 2.3 begins here.')
    await expect(contents.locator('[aria-current="location"]')).toHaveText('Chapter 2')
    await contents.getByRole('button', { name: 'Chapter 2' }).focus()
    await desk.press('ArrowDown')
    await desk.press('Enter')
    await expect(desk.text.getByText('Paragraph 3.1 begins here.')).toBeInViewport()
  })

  await test.step('back and forward come back to the very lines', async () => {
    await scrollTo(desk.text, 'Paragraph 6.4 begins here.')
    await expect(row).toContainText(/\d+ %/)
    await desk.source(harbourTitle).click()
    await expect(desk.text).toContainText('The harbour of Vestmark')
    await desk.press('Alt+ArrowLeft')
    await expect(desk.text.getByText('Paragraph 6.4 begins here.')).toBeInViewport()
    // Before the jump to chapter 3 one read chapter 2.
    await desk.press('Alt+ArrowLeft')
    await expect(desk.text.getByText('Paragraph 2.3 begins here.')).toBeInViewport()
    await desk.press('Alt+ArrowRight')
    await expect(desk.text.getByText('Paragraph 6.4 begins here.')).toBeInViewport()
    await page.mouse.move(600, 400)
    await page.getByRole('button', { name: 'Forward' }).click()
    await expect(desk.text).toContainText('The harbour of Vestmark')
  })

  await test.step('a source without headings says so', async () => {
    await expect(page.getByText('No headings')).toBeVisible()
  })

  await test.step('the list says how far one read, and one may say otherwise', async () => {
    await expect(page.getByRole('progressbar', { name: 'Reading progress' })).toHaveAttribute(
      'aria-valuenow',
      /\d+/,
    )
    await expect(desk.source(harbourTitle).getByLabel('Read', { exact: true })).toBeVisible()
    await row.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Mark as Read' }).click()
    await expect(row.getByLabel('Read', { exact: true })).toBeVisible()
    await app.restart()
    await expect(desk.source(reportTitle).getByLabel('Read', { exact: true })).toBeVisible()
    await desk.open(reportTitle)
    await desk.source(reportTitle).click({ button: 'right' })
    await desk.page.getByRole('menuitem', { name: 'Mark as Unread' }).click()
    await expect(desk.source(reportTitle).getByLabel('Not read yet')).toBeVisible()
  })
})

/** How far the first text inside was scrolled, in px. */
function scrolled(around: Locator): Promise<number> {
  return around
    .getByRole('document')
    .first()
    .evaluate((text) => text.closest('article')?.parentElement?.scrollTop ?? 0)
}

/** The words marked because they bear on the claim that is chosen. */
function evidence(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ([...(CSS.highlights.get('crossread-evidence') ?? [])] as Range[]).map((range) => {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      return live.toString()
    }),
  )
}
