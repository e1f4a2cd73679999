import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'

/** Where pictures of each step go, to be looked at; nowhere as a rule. */
const pictures = process.env.CROSSREAD_PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

const aboard = 'C1 214 people were aboard the Aldra.'

/** The cards by kind and the first words of their labels. */
function cards(page: Page): Locator {
  return page.getByRole('group', { name: 'Cards' }).getByRole('button')
}
function card(page: Page, name: string | RegExp): Locator {
  return page.getByRole('group', { name: 'Cards' }).getByRole('button', { name })
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The card is nowhere.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function openGraph(desk: Desk): Promise<void> {
  await desk.openView('Graph')
  await expect(card(desk.page, aboard)).toBeVisible()
}

async function choose(page: Page, what: string, option: string): Promise<void> {
  await page.getByRole('button', { name: what }).click()
  await page.getByRole('option', { name: option }).click()
}

test('cards stay where they are put, by mouse and by keys, and can be arranged anew and back', async ({
  app,
  desk,
}) => {
  const { page } = desk
  await desk.openSample()
  await openGraph(desk)
  const one = card(page, aboard)
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await picture(page, 'graph')

  await test.step('a card is dragged, and is there in another view’s time and after the window was closed', async () => {
    const from = await middle(one)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 30, from.y - 20, { steps: 4 })
    await page.mouse.move(from.x + 90, from.y - 60, { steps: 4 })
    await page.mouse.up()
    const there = { x: from.x + 90, y: from.y - 60 }
    await expectAt(one, there)
    await desk.openView('Claims')
    await openGraph(desk)
    await expectAt(one, there)
  })

  await test.step('Shift and an arrow move it on, and it is there when the window comes back', async () => {
    await one.focus()
    const before = await middle(one)
    for (let i = 0; i < 4; i++) await desk.press('Shift+ArrowRight')
    await expect.poll(async () => (await middle(one)).x).toBeGreaterThan(before.x + 10)
    const other = card(page, /^Claim: C2 /)
    const far = await between(one, other)
    await desk.saved()
    await page.reload()
    await page.getByRole('contentinfo').getByText('Saved').waitFor()
    await openGraph(desk)
    // Shown from another distance: what counts is how the two lie to each other.
    await expect.poll(async () => Math.abs((await between(one, other)) - far)).toBeLessThan(0.02)
  })

  await test.step('arranging anew puts it elsewhere, and Undo puts it back', async () => {
    const other = card(page, /^Claim: C2 /)
    const far = await between(one, other)
    await app.menu('graph.arrange')
    await expect(page.getByText('The cards were arranged anew.')).toBeVisible()
    await expect.poll(async () => Math.abs((await between(one, other)) - far)).toBeGreaterThan(0.02)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(async () => Math.abs((await between(one, other)) - far)).toBeLessThan(0.02)
  })

  await test.step('in columns sources stand left of claims, by publication they stand above', async () => {
    await choose(page, 'Arranged by', 'In columns')
    const source = card(page, /^Source: /).first()
    const note = card(page, /^Note: /).first()
    await expect.poll(async () => (await middle(source)).x < (await middle(one)).x).toBe(true)
    await expect.poll(async () => (await middle(one)).x < (await middle(note)).x).toBe(true)
    await picture(page, 'graph-columns')
    await choose(page, 'Arranged by', 'By publication')
    await expect.poll(async () => (await middle(source)).y < (await middle(one)).y).toBe(true)
    await picture(page, 'graph-time')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForTimeout(200)
    await picture(page, 'graph-time-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

/** The slope and the distance of one card from another in widths of a card: the same at any zoom. */
async function between(one: Locator, other: Locator): Promise<number> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()]
  if (!a || !b) return Number.NaN
  return (b.x - a.x) / a.width + 100 * ((b.y - a.y) / a.width)
}

async function expectAt(locator: Locator, place: { x: number; y: number }): Promise<void> {
  await expect
    .poll(async () => {
      const at = await middle(locator)
      return Math.hypot(at.x - place.x, at.y - place.y)
    })
    .toBeLessThan(3)
}

test('the graph is narrowed by relation, kind, tag, distance and claim, and grouped by origin', async ({
  desk,
}) => {
  const { page } = desk
  await desk.openSample()
  await openGraph(desk)
  const all = await cards(page).count()
  expect(all).toBeGreaterThan(10)

  await test.step('by relation and kind', async () => {
    const relations = page.getByRole('list', { name: 'Relations' })
    await expect(card(page, /^Note: How many voices/)).toBeVisible()
    await relations.getByRole('button', { name: 'mentions' }).click()
    await expect(card(page, /^Note: /)).toHaveCount(0)
    await relations.getByRole('button', { name: 'mentions' }).click()
    await expect(card(page, /^Note: /)).toHaveCount(2)
    await page.getByRole('list', { name: 'Shapes' }).getByRole('button', { name: 'Sources' }).click()
    await expect(card(page, /^Source: /)).toHaveCount(0)
    await page.getByRole('list', { name: 'Shapes' }).getByRole('button', { name: 'Sources' }).click()
    await expect(cards(page)).toHaveCount(all)
  })

  await test.step('by tag', async () => {
    await page.getByRole('button', { name: 'Tags', exact: true }).click()
    await page.getByRole('checkbox', { name: 'method' }).check()
    await desk.press('Escape')
    await expect(cards(page)).toHaveCount(2)
    await picture(page, 'graph-tag')
    await page.getByRole('button', { name: 'Tags (1)' }).click()
    await page.getByRole('checkbox', { name: 'method' }).uncheck()
    await desk.press('Escape')
    await expect(cards(page)).toHaveCount(all)
  })

  await test.step('by distance from what is selected, and from there to the next', async () => {
    await card(page, /^Note: How many voices/).click()
    await choose(page, 'How far away', '1 link away')
    await expect(cards(page)).toHaveCount(2)
    await expect(page.getByText(/^Only what is one link away from “How many voices/)).toBeVisible()
    await card(page, aboard).focus()
    await desk.press(' ')
    await expect.poll(() => cards(page).count()).toBeGreaterThan(3)
    await choose(page, 'How far away', 'Any distance')
    await expect(cards(page)).toHaveCount(all)
  })

  await test.step('by the filter that all views of claims have, down to nothing', async () => {
    const filter = page.getByRole('main').getByRole('searchbox', { name: 'Filter claims' })
    await filter.fill('aboard')
    await expect(card(page, /^Claim: /)).toHaveCount(1)
    await filter.fill('nothing of the kind')
    await page.getByRole('list', { name: 'Shapes' }).getByRole('button', { name: 'Sources' }).click()
    await expect(page.getByText('Nothing matches what is asked for.')).toBeVisible()
    await picture(page, 'graph-none')
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect(cards(page)).toHaveCount(all)
  })

  await test.step('sources of one origin share a card', async () => {
    await page.getByRole('button', { name: 'Group by origin' }).click()
    await expect(card(page, /^Origin: .*\d sources, 1 origin/).first()).toBeVisible()
    expect(await cards(page).count()).toBeLessThan(all)
    await picture(page, 'graph-origins')
  })
})

test('one walks from card to card by keys alone, reads what links them, and opens them', async ({
  app,
  desk,
}) => {
  const { page } = desk
  const said = page.getByRole('region', { name: 'Claims, sources and notes' }).getByRole('status')
  const focused = page.locator('[data-node]:focus')
  await desk.openSample()
  await openGraph(desk)

  await test.step('a card is found by its words', async () => {
    await desk.press('/')
    await page.keyboard.type('how many voices')
    await desk.press('ArrowDown')
    await desk.press('Enter')
    await expect(focused).toHaveAccessibleName(
      /^Note: How many voices are there really\?, linked to 1 other$/,
    )
    await picture(page, 'graph-found')
  })

  await test.step('full stop goes along its link and says which one', async () => {
    await desk.press(' ')
    await desk.press('.')
    await expect(said).toHaveText('mentions: “C1 214 people were aboard the Aldra.” (1 link, 1 of 1)')
    await expect(focused).toHaveAccessibleName(/^Claim: C1 /)
    await desk.press('Backspace')
    await expect(focused).toHaveAccessibleName(/^Note: How many voices/)
    await desk.press('.')
    await expect(focused).toHaveAccessibleName(/^Claim: C1 /)
  })

  await test.step('from there round all its links, and back to the first', async () => {
    await desk.press(' ')
    await desk.press('.')
    const first = await said.textContent()
    expect(first).toMatch(/1 of \d\)$/)
    const links = Number(first?.at(-2))
    for (let i = 1; i < links; i++) {
      await desk.press('.')
      await expect(said).toHaveText(new RegExp(`${i + 1} of ${links}\\)$`))
    }
    await picture(page, 'graph-walk')
    await desk.press('.')
    await expect(said).toHaveText(first ?? '')
    await desk.press(',')
    await expect(said).toHaveText(new RegExp(`${links} of ${links}\\)$`))
  })

  await test.step('the links of an edge are read with their quotes, one of which is opened', async () => {
    const supports = /^supported by: /
    for (let i = 0; i < 9 && !supports.test((await said.textContent()) ?? ''); i++) await desk.press('.')
    await desk.press('Shift+Enter')
    const popover = page.getByRole('dialog', { name: 'Links between two cards' })
    await expect(popover).toContainText('supports')
    await expect(popover.getByRole('list', { name: 'Links' }).getByRole('button').first()).toBeVisible()
    await picture(page, 'graph-edge')
    await popover.getByRole('list', { name: 'Links' }).getByRole('button').first().click()
    await expect(desk.text).toBeVisible()
    await expect.poll(() => desk.painted()).not.toEqual([])
  })

  await test.step('arrows go to what is near, and Enter opens', async () => {
    await openGraph(desk)
    await card(page, aboard).focus()
    await desk.press('ArrowRight')
    await expect(focused).not.toHaveAccessibleName(/^Claim: C1 /)
    await card(page, aboard).focus()
    await desk.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(
      '214 people were aboard the Aldra.',
    )
    // What is selected in another view is marked in this one.
    await openGraph(desk)
    await expect(card(page, aboard)).toHaveAttribute('aria-current', 'true')
    await app.menu('graph.find')
    await expect(page.getByRole('searchbox', { name: 'Find a card' })).toBeFocused()
  })
})

test('the graph is saved as it stands', async ({ app, desk }) => {
  const { page } = desk
  await desk.openSample()
  await openGraph(desk)
  const save = async (entry: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Save or print' }).click()
    const path = await app.downloaded(() => page.getByRole('menuitem', { name: entry }).click())
    return readFile(path)
  }
  await page.getByRole('list', { name: 'Relations' }).getByRole('button', { name: 'mentions' }).click()
  await expect(card(page, /^Note: /)).toHaveCount(0)

  const svg = (await save('Save as SVG')).toString()
  expect(svg).toMatch(/^<svg xmlns/)
  expect(svg).toContain('<title>supports</title>')
  expect(svg).toContain('C1 214 people were')
  expect(svg).not.toContain('mentions')
  const png = await save('Save as PNG')
  expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
  expect(png.readUInt32BE(16)).toBeGreaterThan(500)
  const csv = (await save('Save as CSV')).toString()
  expect(csv).toContain('From (kind),From,Relation,To (kind),To,Links\r\n')
  expect(csv).toMatch(/\r\nSource,.*,supports,Claim,C1 214 people were aboard the Aldra\.,\d\r\n/)
  expect(csv).not.toContain('mentions')
})
