import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readCsv } from './app/csv.ts'
import { expect, test } from './app/test.ts'
import { copy, harbour, odd, writeFiles } from './app/texts.ts'

/** Where pictures of each step go, to be looked at; nowhere as a rule. */
const pictures = process.env.CROSSREAD_PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

test('origins have a place of their own, and what is gone has its history', async ({ app, desk }) => {
  const { page } = desk
  const origins = page.getByRole('dialog', { name: 'Origins' })
  await desk.importByDialog(
    await writeFiles(app.folder, { 'harbour.txt': harbour, 'copy.txt': copy, 'odd.txt': odd }),
  )

  await test.step('copies that import found are one, and say how alike they are', async () => {
    await app.menu('origins.show')
    await expect(origins.getByText('2 sources, 1 origin').first()).toBeVisible()
    await expect(origins.getByText('near-duplicates, found at import')).toBeVisible()
    await expect(origins.getByText(/\d\d % the same wording|\d\d% the same wording/)).toBeVisible()
    expect(await problems(page)).toEqual([])
    await picture(page, 'origins')
  })

  await test.step('one is split off, had back, renamed, and a third grouped with it by hand', async () => {
    await origins.getByRole('button', { name: /^Split off: Port reopens/ }).click()
    await expect(origins.getByText('Every source is a voice of its own')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await origins.getByRole('button', { name: 'Rename this origin' }).click()
    await page.keyboard.type('The harbour story')
    await desk.press('Enter')
    await expect(origins.getByRole('heading', { name: 'The harbour story' })).toBeVisible()
    const find = origins.getByRole('searchbox', { name: 'Find a source to group' })
    await find.fill('Harbour reopens')
    await desk.press('Enter')
    await expect(origins.getByRole('button', { name: /^Leave out: Harbour/ })).toBeVisible()
    await find.fill('A letter')
    await desk.press('Enter')
    await origins.getByRole('button', { name: 'Group 2 sources as one origin' }).click()
    await expect(origins.getByRole('heading', { name: 'The harbour story' })).toBeVisible()
    await expect(origins.getByText('3 sources, 1 origin').first()).toBeVisible()
    await expect(origins.getByText('grouped by hand')).toBeVisible()
    await picture(page, 'origins-by-hand')
    await desk.press('Escape')
    await expect(origins).toBeHidden()
  })

  await test.step('Escape leaves the relations from their list, which has the focus', async () => {
    await app.menu('relations.show')
    const relations = page.getByRole('dialog', { name: 'Relations' })
    await expect(relations.getByRole('option', { name: 'supports' })).toBeFocused()
    expect(await problems(page)).toEqual([])
    await desk.press('Escape')
    await expect(relations).toBeHidden()
  })

  await test.step('a deleted claim is found in the history, and comes back', async () => {
    await desk.open('A letter from the north')
    await desk.select('the second bridge')
    await desk.stateClaim('There is a second bridge')
    await desk.openView('Claims')
    const claim = page.getByRole('listbox', { name: 'Claims' }).getByRole('option', { name: 'second bridge' })
    await claim.click()
    await app.menu('claims.delete')
    await expect(claim).toBeHidden()
    await app.menu('history.show')
    const history = page.getByRole('dialog', { name: 'History', exact: true })
    await history.getByRole('button', { name: /^Deletion of a claim/ }).click()
    await picture(page, 'history-step')
    expect(await problems(page)).toEqual([])
    await history.getByRole('button', { name: 'States of: C1 There is a second bridge' }).click()
    const states = page.getByRole('dialog', { name: 'History of this claim' })
    await expect(states.getByText('There is a second bridge').first()).toBeVisible()
    await picture(page, 'history-gone')
    await states.getByRole('button', { name: 'Go back to this state' }).click()
    await desk.press('Escape')
    await desk.press('Escape')
    await expect(claim).toBeVisible()
  })

  await test.step('the inbox narrows what it asks of claims, and is saved as it stands', async () => {
    await desk.press('ControlOrMeta+6')
    const one = page.getByRole('region', { name: /^Claims with a single origin/ })
    await expect(one).toBeVisible()
    await picture(page, 'inbox')
    await page.getByRole('searchbox', { name: 'Filter claims' }).fill('nothing like it')
    await expect(one).toBeHidden()
    await page.getByRole('searchbox', { name: 'Filter claims' }).fill('')
    await page.getByRole('button', { name: 'Save or print' }).click()
    const path = await app.downloaded(() => page.getByRole('menuitem', { name: 'Save as CSV' }).click())
    const rows = readCsv(await readFile(path, 'utf8'))
    expect(rows[0]).toEqual(['Rule', 'Object', 'Why', 'Muted because', 'Muted at'])
    expect(rows.slice(1)).toContainEqual([
      'Claims with a single origin',
      expect.stringContaining('There is a second bridge'),
      '1 source, 1 origin',
      '',
      '',
    ])
  })
})

/** What axe finds serious or worse in what stands open, a line each. */
async function problems(page: Page): Promise<string[]> {
  await page.waitForTimeout(300)
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]')
  const { violations } = await axe.disableRules('label-content-name-mismatch').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`))
}
