import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { ViewName } from './app/desk.ts'
import { expect, test } from './app/test.ts'
import { copy, fixture, harbour, odd, writeFiles } from './app/texts.ts'

const views: ViewName[] = ['Read', 'Claims', 'Matrix', 'Graph', 'Timeline', 'Inbox', 'Notes', 'Annotations']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view is accessible in ${colorScheme}`, async ({ desk }) => {
    await desk.page.emulateMedia({ colorScheme })
    await expect.soft(await problems(desk.page), 'the empty notebook').toEqual([])
    await desk.openSample()
    await desk.sources.getByRole('row').first().click()
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const view of views) {
      await desk.openView(view)
      await desk.page.waitForTimeout(300)
      await expect.soft(await problems(desk.page), view).toEqual([])
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what import shows is accessible in ${colorScheme}`, async ({ app, desk }) => {
    const { page } = desk
    const check = async (what: string): Promise<void> => {
      await page.waitForTimeout(300)
      await expect.soft(await problems(page), what).toEqual([])
    }
    await page.emulateMedia({ colorScheme })
    const texts = { 'first.txt': harbour, 'second.txt': copy, 'odd.txt': odd, 'empty.txt': '' }
    await desk.drop([...(await writeFiles(app.folder, texts)), fixture('harbour.pdf'), fixture('reply.eml')])
    await expect(desk.report).toContainText('1 failed')
    await check('the report')
    await desk.report.getByRole('button', { name: 'All flags…' }).click()
    await expect(page.getByRole('dialog', { name: 'Flags' })).toBeVisible()
    await check('the flags of the notebook')
    await desk.press('Escape')

    await desk.open('A letter from the north')
    await desk.flags.getByRole('button', { name: 'Leave out' }).click()
    await desk.flags.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('tab', { name: 'Info' }).click()
    await check('flags in the text, and its details')
    await desk.open('Harbour levy splits the Aldra islands')
    await page.getByRole('button', { name: 'More fields' }).click()
    await check('pages, a table and links, and more details')

    await desk.open('Harbour reopens after nine weeks')
    await desk.source('Port reopens after nine weeks').click({ modifiers: ['ControlOrMeta'] })
    await check('several sources selected')
    await page
      .getByRole('toolbar', { name: 'Selected sources' })
      .getByRole('button', { name: 'Details…' })
      .click()
    await check('the details of several sources')
    await desk.press('Escape')
    await desk.select('12 million crowns')
    await desk.press('e')
    await expect(page.getByRole('dialog', { name: 'Correct text' })).toBeVisible()
    await check('the correction of a text')
    await desk.press('Escape')
    await page
      .getByRole('region', { name: 'Similar sources' })
      .getByRole('button', { name: /^Compare/ })
      .click()
    await expect(page.getByRole('region', { name: 'Comparison' })).toBeVisible()
    await check('the comparison')
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`searching is accessible in ${colorScheme}`, async ({ app, desk }) => {
    const { page } = desk
    const check = async (what: string): Promise<void> => {
      await page.waitForTimeout(300)
      await expect.soft(await problems(page), what).toEqual([])
    }
    await page.emulateMedia({ colorScheme })
    await desk.openSample()
    await page.getByRole('button', { name: /^Tags \(/ }).click()
    await app.menu('collections.add')
    await check('choosing a collection')
    await page.keyboard.type('Speeds')
    await page.getByRole('option', { name: 'New collection “Speeds”' }).click()
    await page.getByRole('treegrid', { name: 'Collections' }).getByRole('row', { name: 'Speeds' }).click()
    await check('a collection')
    await page.getByRole('button', { name: 'All (9)' }).click()
    await desk.search.fill('speed')
    await expect(desk.results).toBeVisible()
    await check('the list below the field')
    await desk.search.fill('speed tag:numbers')
    await app.menu('search.view')
    await expect(page.getByRole('region', { name: 'Filters' })).toBeVisible()
    await page.getByRole('button', { name: 'Save search…' }).click()
    await check('saving a search')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await check('results with filters')
    for (const tab of ['In context', 'By source']) {
      await page.getByRole('tab', { name: tab }).click()
      await check(tab)
    }
    await page.getByRole('list', { name: 'By source' }).getByRole('button').first().click()
    await expect(page.getByRole('search', { name: 'Find in this text' })).toContainText('1 of')
    await check('finding in the text')
  })
}

/** What axe finds serious or worse, a line each. */
async function problems(page: Page): Promise<string[]> {
  // The other mode opens a page of its own, which an Electron window does not.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // Experimental, and wrong where the name has in full what the screen shows shortened.
  const { violations } = await axe.disableRules('label-content-name-mismatch').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`))
}
