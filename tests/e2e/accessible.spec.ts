import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { ViewName } from './app/desk.ts'
import { expect, test } from './app/test.ts'

const views: ViewName[] = ['Read', 'Claims', 'Matrix', 'Graph', 'Timeline', 'Inbox', 'Notes']

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
