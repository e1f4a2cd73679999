import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeClaimsNotebook } from '../../scripts/bench/claims-notebook.ts'
import { openChromium, startBrowser } from './app/chromium.ts'
import { Desk } from './app/desk.ts'
import { test as base, expect } from './app/test.ts'

/** On a notebook of a thousand linked objects, which nobody would make by hand. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
  app: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'crossread-e2e-'))
    makeClaimsNotebook(join(folder, 'My notebook.crossread'), { sources: 700, claims: 300, links: 2_600 })
    const errors: string[] = []
    const browser = await startBrowser()
    const app = await openChromium(browser, folder, errors)
    await use(app)
    await app.close()
    await browser.close()
    await rm(folder, { recursive: true, force: true })
    expect(errors).toEqual([])
  },
  desk: async ({ app }, use) => use(new Desk(app)),
})

test('a thousand cards open, are moved and zoomed, and one is found and walked from', async ({ desk }) => {
  const { page } = desk
  await desk.openView('Graph')
  const drawing = page.getByRole('region', { name: 'Claims, sources and notes' })
  await expect(drawing).toBeVisible({ timeout: 90_000 })
  const focused = page.locator('[data-node]:focus')
  // From afar cards cannot be told apart: only some have a button.
  await expect.poll(() => page.locator('[data-node]').count()).toBeGreaterThan(0)
  expect(await page.locator('[data-node]').count()).toBeLessThan(200)

  await desk.press('/')
  await page.keyboard.type('note 1')
  await desk.press('ArrowDown')
  await desk.press('Enter')
  await expect(focused).toHaveAccessibleName(/^Note: Note 1/)
  const before = await focused.boundingBox()
  const box = await drawing.boundingBox()
  if (!before || !box) throw new Error('The graph is nowhere.')
  await page.mouse.move(box.x + 40, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + 140, box.y + 130, { steps: 5 })
  await page.mouse.up()
  await page.mouse.wheel(0, -200)
  await expect.poll(async () => (await focused.boundingBox())?.width ?? 0).toBeGreaterThan(before.width)
  await desk.press('.')
  await expect(drawing.getByRole('status')).toHaveText(/of \d+\)$/)
  await expect(focused).not.toHaveAccessibleName(/^Note: Note 1/)
})
