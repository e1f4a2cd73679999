import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { articles, quoteOf } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

const [, first, , second] = articles()
if (first === undefined || second === undefined) throw new Error('There are not enough articles.')
const passages = [quoteOf(first, 0), quoteOf(first, 1), quoteOf(second, 0)] as const
const echo = quoteOf(second, 1)
const statements = ['It was the ferry', 'The ferry it was', 'Nobody saw the ferry'] as const

/** Where pictures of each step go, to be looked at; nowhere as a rule. */
const pictures = process.env.CROSSREAD_PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

test('relations are made and merged, claims merged and split, and all of it can be undone', async ({
  app,
  desk,
}) => {
  const { page } = desk
  const claims = page.getByRole('listbox', { name: 'Claims' })
  const claim = (words: string) => claims.getByRole('option', { name: words })
  const relations = page.getByRole('dialog', { name: 'Relations' })
  const evidence = (quote: string) => page.getByRole('main').getByRole('button', { name: quote })

  await test.step('a relation of one’s own is made, and passages are linked by it', async () => {
    await desk.importByDialog([first.path, second.path])
    await app.menu('relations.show')
    await relations.getByRole('button', { name: 'Add relation' }).first().click()
    const form = relations.getByRole('form', { name: 'New relation' })
    await form.getByRole('textbox', { name: 'Name' }).fill('echoes')
    await form.getByRole('textbox', { name: 'Sign' }).fill('≈')
    await form.getByRole('textbox', { name: 'Read the other way round' }).fill('echoed by')
    await form.getByRole('button', { name: 'What it means for a claim' }).click()
    await page.getByRole('option', { name: 'Speaks for it' }).click()
    await picture(page, 'relations-new')
    await form.getByRole('button', { name: 'Add relation' }).click()
    await expect(relations.getByRole('option', { name: 'echoes' })).toBeVisible()
    await picture(page, 'relations')
    await desk.press('Escape')

    const titles = await desk.titles()
    await desk.open(desk.titleOf(titles, first))
    await desk.select(passages[0])
    await desk.stateClaim(statements[0])
    await desk.select(passages[1])
    await desk.stateClaim(statements[1])
    await desk.open(desk.titleOf(titles, second))
    await desk.select(passages[2])
    await desk.stateClaim(statements[2])
    await desk.select(echo)
    await desk.linkToClaim('echoes', statements[0])
  })

  await test.step('a relation in use is merged into another, links and all', async () => {
    await app.menu('relations.show')
    await relations.getByRole('option', { name: 'echoes' }).click()
    await expect(relations.getByRole('button', { name: 'Delete' })).toBeDisabled()
    await relations.getByRole('button', { name: 'Merge into…' }).click()
    await page.getByRole('menuitem', { name: 'supports' }).click()
    await expect(relations.getByRole('option', { name: 'echoes' })).toBeHidden()
    await expect(relations.getByRole('option', { name: 'supports' })).toContainText('4 links')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(relations.getByRole('option', { name: 'echoes' })).toContainText('1 link')
    await relations.getByRole('button', { name: 'Close' }).click()
    await expect(relations).toBeHidden()
  })

  await test.step('claims are chosen by the keyboard and merged into the one that is to stay', async () => {
    await desk.openView('Claims')
    await claim(statements[0]).click()
    await desk.press('Shift+ArrowDown')
    await expect(page.getByRole('toolbar', { name: 'Chosen claims' })).toContainText('2 chosen')
    await picture(page, 'claims-chosen')
    await page.getByRole('button', { name: 'Merge…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge claims' })
    await dialog.getByRole('radio', { name: statements[1] }).check()
    await picture(page, 'claims-merge')
    await dialog.getByRole('button', { name: 'Merge 2 claims' }).click()
    await expect(claim(statements[0])).toBeHidden()
    for (const quote of [passages[0], passages[1], echo]) await expect(evidence(quote)).toBeVisible()
    await picture(page, 'claims-merged')
  })

  await test.step('a claim is split: one passage moves, one is copied', async () => {
    await app.menu('claims.split')
    const dialog = page.getByRole('dialog', { name: /^Split C/ })
    await dialog.getByRole('textbox', { name: 'Part 1' }).fill('It left in the morning')
    await dialog.getByRole('button', { name: 'Another part' }).click()
    await dialog.getByRole('textbox', { name: 'Part 2' }).fill('It came back')
    const box = (quote: string, part: number) =>
      dialog
        .getByRole('row', { name: quote })
        .getByRole('checkbox')
        .nth(part - 1)
    await box(passages[0], 1).check()
    await box(passages[0], 2).focus()
    await desk.press('Space')
    await picture(page, 'claims-split')
    await dialog.getByRole('button', { name: 'Split off 2 parts' }).click()
    await expect(evidence(passages[0])).toBeHidden()
    for (const words of ['It left in the morning', 'It came back']) {
      await claim(words).click()
      await expect(evidence(passages[0])).toBeVisible()
      await expect(page.getByText('1 passage in common')).toBeVisible()
    }
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(claim('It came back')).toBeHidden()
  })

  await test.step('the table sorts, and is taken elsewhere as it stands', async () => {
    await app.menu('claims.table')
    const table = page.getByRole('grid', { name: 'Claims' })
    await expect(table.getByRole('row', { name: statements[2] })).toBeVisible()
    await table.getByRole('columnheader', { name: 'Statement' }).click()
    await picture(page, 'claims-table')
    await page.getByRole('button', { name: 'Save or print' }).click()
    const saved = await app.downloaded(() => page.getByRole('menuitem', { name: 'Save as CSV' }).click())
    const [head, ...rows] = (await readFile(saved, 'utf8')).trim().split('\r\n')
    expect(head).toContain('Nr,Statement,Status,supports,echoes')
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain(`C3,${statements[2]},Open,1 source,`)
    await table.getByRole('row', { name: statements[1] }).dblclick()
    await expect(evidence(passages[0])).toBeVisible()
  })

  await test.step('a link says why it holds, how surely and by whom', async () => {
    const why = page.getByRole('button', { name: 'Rationale', exact: true }).first()
    await why.click()
    await page.getByRole('textbox', { name: 'Rationale', exact: true }).fill('It was there at dawn')
    await desk.press('Escape')
    await expect(page.getByText('It was there at dawn')).toBeVisible()
    await expect(page.getByText(/^by \S/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Confidence' }).first().click()
    await page.getByRole('option', { name: 'High confidence' }).click()
    await expect(page.getByRole('button', { name: /High confidence/ })).toBeVisible()
    await picture(page, 'link-reason')
  })

  await test.step('a claim goes back to what it was, and the way back can be undone', async () => {
    await page.getByRole('textbox', { name: 'Statement' }).fill('The ferry it certainly was')
    await desk.press('Enter')
    await expect(claim('The ferry it certainly was')).toBeVisible()
    await page.getByRole('button', { name: 'More with this claim' }).click()
    await page.getByRole('menuitem', { name: 'History of this claim…' }).click()
    const history = page.getByRole('dialog', { name: 'History of this claim' })
    await expect(history.locator('ins')).toHaveText('certainly ')
    await picture(page, 'history-of')
    await history.getByRole('button', { name: 'Go back to this state' }).first().click()
    await desk.press('Escape')
    await expect(claim(statements[1])).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(claim('The ferry it certainly was')).toBeVisible()
  })

  await test.step('the inbox says why it asks, and asks no more once told why not', async () => {
    await desk.openView('Inbox')
    const rule = page.getByRole('region', { name: /^Claims with a single origin/ })
    await expect(rule).toContainText('1 source, 1 origin')
    await rule.getByRole('button', { name: /^Mute: C3/ }).click()
    await page.getByRole('textbox', { name: 'Why need this not be asked?' }).fill('There was one witness')
    await picture(page, 'inbox-mute')
    await desk.press('Enter')
    await expect(rule).toBeHidden()
    await page.getByRole('button', { name: /^Muted/ }).click()
    await expect(page.getByText('“There was one witness”')).toBeVisible()
    await picture(page, 'inbox-muted')
    await page.getByRole('button', { name: /^Unmute: C3/ }).click()
    await expect(rule.getByRole('button', { name: /^C3|C3 / }).first()).toBeVisible()
    await app.menu('history.show')
    await expect(page.getByRole('dialog', { name: 'History' }).getByRole('listitem').first()).toContainText(
      'nmuting',
    )
    await picture(page, 'history')
  })
})
