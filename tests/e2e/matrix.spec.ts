import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makeClaimsNotebook } from '../../scripts/bench/claims-notebook.ts'
import type { App } from './app/app.ts'
import { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'

/** Where pictures of each step go, to be looked at; nowhere as a rule. */
const pictures = process.env.CROSSREAD_PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

const column = 'A year after the Aldra, we still blame the weather'
const wire = 'Ferry collision off Port Maren kills three (Northern Standard)'

/** The words as a part of a regular expression. */
function literal(words: string): string {
  return words.replace(/[()]/g, '\\$&')
}

/** What one does at the matrix. */
function matrixOf(page: Page) {
  const grid = page.getByRole('grid', { name: 'Claims and sources' })
  return {
    grid,
    head: (name: string | RegExp) => grid.getByRole('columnheader', { name }),
    claim: (number: number) => grid.getByRole('rowheader', { name: new RegExp(`^C${number} `) }),
    cell: (number: number, name: string) =>
      grid.getByRole('gridcell', { name: new RegExp(`^C${number} and “${literal(name)}`) }),
    numbers: () =>
      grid
        .getByRole('rowheader')
        .evaluateAll((heads) => heads.map((head) => head.textContent?.split(' ')[0])),
    titles: async () => {
      const heads = grid.locator('[role=columnheader][data-place]')
      return heads.evaluateAll((all) => all.map((each) => each.getAttribute('title')?.split('\n')[0] ?? ''))
    },
    async choose(what: 'Columns' | 'Order of claims' | 'Order of sources', option: string) {
      await page.getByRole('button', { name: what }).click()
      await page.getByRole('option', { name: option }).click()
    },
    async fromMenu(head: Locator, entry: string | RegExp) {
      await head.click()
      await page.getByRole('menuitem', { name: entry }).click()
    },
    async save(app: App, as: string): Promise<Buffer> {
      await page.getByRole('button', { name: 'Save or print' }).click()
      return readFile(await app.downloaded(() => page.getByRole('menuitem', { name: as }).click()))
    },
  }
}

/** Drags with the mouse from one place to another, slowly enough to hover above the latter. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('There is nothing to drag, or nowhere to drag it to.')
  await page.mouse.move(start.x + 40, start.y + 12)
  await page.mouse.down()
  await page.mouse.move(start.x + 52, start.y + 16, { steps: 3 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
  await page.mouse.up()
}

test('the matrix groups and sorts its claims and sources', async ({ desk }) => {
  const { page } = desk
  const { grid, head, claim, cell, numbers, titles, choose, fromMenu } = matrixOf(page)
  await desk.openSample()
  await desk.openView('Matrix')

  await test.step('columns are grouped by origin, publisher and tag, opened and closed', async () => {
    await expect(grid).toHaveAttribute('aria-colcount', '10')
    await expect(grid.getByText('3 sources, 1 origin')).toBeVisible()
    await picture(page, 'matrix-sources')
    await choose('Columns', 'Columns by origin')
    await expect(grid).toHaveAttribute('aria-colcount', '8')
    await expect(cell(1, wire)).toHaveAccessibleName(
      /supports \(2 links\), contradicts \(1 link\); 3 sources, 1 origin$/,
    )
    await choose('Columns', 'Columns by publisher')
    expect((await titles()).slice(0, 2)).toEqual(['Board of Marine Inquiry', 'Brannock Lines'])
    await choose('Columns', 'Columns by tag')
    await expect(cell(1, 'first reports')).toHaveAccessibleName(
      /supports \(3 links\), contradicts \(1 link\); 4 sources, 2 origins$/,
    )
    await head('first reports').focus()
    await desk.press('Space')
    await expect(head('Three dead as ferry')).toBeFocused()
    await expect(grid).toHaveAttribute('aria-colcount', '11')
    await picture(page, 'matrix-tag-opened')
    await fromMenu(head('Three dead as ferry'), /as one column/)
    await expect(head('first reports')).toBeFocused()
    await head('agency copy').locator('[data-toggle]').click()
    await expect(head(wire).first()).toBeVisible()
  })

  await test.step('rows and columns are sorted, also by what one head says', async () => {
    await choose('Columns', 'Columns by source')
    await choose('Order of claims', 'Claims by statement')
    expect((await numbers()).slice(0, 2)).toEqual(['C1', 'C5'])
    await fromMenu(head('Interim report'), 'Sort claims by what it says')
    expect((await numbers()).slice(0, 6)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'])
    await fromMenu(head('Three dead'), 'Sort claims by what it says')
    expect((await numbers()).slice(0, 3)).toEqual(['C1', 'C2', 'C6'])
    await expect(page.getByRole('button', { name: 'Order of claims' })).toContainText('Three dead')
    await claim(4).focus()
    await desk.press('Enter')
    await page.getByRole('menuitem', { name: 'Sort sources by what they say to it' }).click()
    await expect.poll(async () => (await titles())[0]).toContain('What they are not telling')
    await choose('Order of sources', 'Sources by date')
    await expect.poll(titles).toHaveLength(9)
    expect((await titles()).at(-1)).toBe(column)
    await choose('Order of sources', 'Sources that agree together')
  })
})

test('a cell opens its quotes, to be changed, and takes what is dropped on it', async ({ desk }) => {
  const { page } = desk
  const { grid, head, cell, fromMenu } = matrixOf(page)
  const quotes = page.getByRole('dialog', { name: /^C\d and/ })
  const contents = page.getByRole('contentinfo')
  await desk.openSample()
  await desk.openView('Matrix')

  await test.step('a link is changed, removed and brought back', async () => {
    await cell(2, 'Three dead as ferry').click()
    await quotes.getByRole('button', { name: 'How it bears on the claim' }).click()
    await page.getByRole('option', { name: 'qualifies' }).click()
    await expect(cell(2, 'Three dead as ferry')).toHaveAccessibleName(/qualifies \(1 link\)$/)
    await picture(page, 'matrix-quotes')
    await quotes.getByRole('button', { name: 'Remove link' }).click()
    await expect(quotes).toContainText('Nothing is linked here any more.')
    await expect(contents).toContainText('28 links')
    await desk.press('Escape')
    await expect(quotes).toBeHidden()
    await expect(cell(2, 'Three dead as ferry')).toBeFocused()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(cell(2, 'Three dead as ferry')).toHaveAccessibleName(/qualifies \(1 link\)$/)
  })

  await test.step('a passage of the text beside is dropped on a cell and linked to its claim', async () => {
    await grid.evaluate((element) => element.scrollBy(2_000, 0))
    await fromMenu(head(column), 'Open beside the matrix')
    const passage = page.getByRole('document').getByText('Fog has no owner')
    await passage.click({ clickCount: 3 })
    await grid.evaluate((element) => element.scrollTo(0, 0))
    await drag(page, passage, cell(5, 'Three dead as ferry'))
    const question = page.getByRole('dialog', { name: 'How the one bears on the other' })
    await expect(question).toContainText('C5')
    await picture(page, 'matrix-dropped')
    await question.getByRole('option', { name: 'contradicts' }).click()
    await expect(contents).toContainText('30 links')
    await grid.getByRole('rowheader', { name: /^C5 / }).focus()
    await desk.press('End')
    await expect(cell(5, column)).toBeFocused()
    await expect(cell(5, column)).toHaveAccessibleName(/supports \(1 link\), contradicts \(1 link\)$/)
  })

  await test.step('a quote is dragged from its cell to another claim', async () => {
    await desk.press('Enter')
    const quote = quotes.getByRole('button', { name: /Fog has no owner/ })
    await expect(quote).toBeVisible()
    await drag(page, quote, grid.getByRole('rowheader', { name: /^C1 / }))
    await page.getByRole('dialog', { name: 'How the one bears on the other' }).getByText('mentions').click()
    await expect(contents).toContainText('31 links')
    await expect(cell(1, column)).toHaveAccessibleName(/mentions \(1 link\)$/)
  })

  await test.step('the same by the keyboard', async () => {
    const passage = page.getByRole('document').getByText('The Harbour Authority has since')
    await passage.click({ clickCount: 3 })
    await desk.linkToClaim('mentions', 'Fog was the cause')
    await expect(cell(5, column)).toHaveAccessibleName(/mentions \(1 link\)/)
  })

  await test.step('the claim that is selected elsewhere is the row that is marked', async () => {
    await desk.openView('Claims')
    await page
      .getByRole('listbox', { name: 'Claims' })
      .getByRole('option', { name: 'had been awake' })
      .click()
    await desk.openView('Matrix')
    await expect(grid.getByRole('rowheader', { name: /^C7 / })).toHaveAttribute('aria-current', 'true')
  })
})

test('the matrix is saved and printed as it stands', async ({ app, desk }) => {
  const { page } = desk
  const { choose, save } = matrixOf(page)
  const filter = page.getByRole('searchbox', { name: 'Filter claims' })
  await desk.openSample()
  await desk.openView('Matrix')
  await expect(page.getByText('3 sources, 1 origin')).toBeVisible()
  await choose('Columns', 'Columns by tag')
  await choose('Order of claims', 'Most disputed first')
  await filter.fill('aldra')
  await expect(page.getByText('Claims: 4 of 7')).toBeVisible()

  const csv = (await save(app, 'Save as CSV')).toString('utf8').split('\r\n')
  expect(csv).toHaveLength(6)
  expect(csv[0]).toMatch(/^\uFEFFClaim,Statement,Status,/)
  expect(csv[0]).toContain('"first reports (4 sources, 2 origins)"')
  expect(csv[1]).toMatch(/^C1,214 people were aboard the Aldra\.,Supported,/)
  expect(csv[1]).toContain('"supports 3; contradicts 1 (4 sources, 2 origins)"')

  const svg = (await save(app, 'Save as SVG')).toString('utf8')
  const drawn = await page.evaluate((source) => {
    const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml')
    return {
      name: root.localName,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      texts: [...root.querySelectorAll('text')].map((each) => each.textContent),
    }
  }, svg)
  expect(drawn.name).toBe('svg')
  expect(drawn.texts).toEqual(
    expect.arrayContaining(['first reports', '4 sources, 2 origins', '+', '3', 'supports']),
  )

  const png = await save(app, 'Save as PNG')
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawn.width * 2, drawn.height * 2])

  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector('[data-print-sheet]')
      document.body.dataset.printed = sheet?.textContent ?? ''
    }
  })
  await page.getByRole('button', { name: 'Save or print' }).click()
  await page.getByRole('menuitem', { name: 'Print' }).click()
  const printed = page.locator('body[data-printed]')
  await expect(printed).toHaveAttribute('data-printed', /^Claims and sources\+ supports/)
  await expect(printed).toHaveAttribute('data-printed', /first reports4 sources, 2 origins/)
  await expect(printed).toHaveAttribute('data-printed', /C1 214 people were aboard the Aldra\./)

  await filter.fill('nobody states this')
  await expect(page.getByText('No claim matches.')).toBeVisible()
  await picture(page, 'matrix-nothing')
  await page.getByRole('button', { name: 'Show all 7 claims' }).click()
  await expect(page.getByText('Claims: 7 ·')).toBeVisible()
})

test('a large matrix is walked by keys, and draws only what is in sight', async ({ open, kind }) => {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-e2e-'))
  // Where each of the two windows looks for the notebook of its first start.
  const place = kind === 'electron' ? join('documents', 'Crossread') : ''
  const notebook = join(folder, place, 'My notebook.crossread')
  await mkdir(dirname(notebook), { recursive: true })
  makeClaimsNotebook(notebook, { claims: 300, sources: 150, links: 3_000 })
  const errors: string[] = []
  const app = await open(folder, errors)
  const desk = new Desk(app)
  const { page } = app
  const { grid, choose, numbers } = matrixOf(page)
  const focused = page.locator('[data-place]:focus')
  try {
    await desk.openView('Matrix')

    await test.step('a few hundred cells are drawn of tens of thousands', async () => {
      await expect(grid).toHaveAttribute('aria-rowcount', '301')
      expect(Number(await grid.getAttribute('aria-colcount'))).toBeGreaterThan(120)
      expect(await grid.getByRole('gridcell').count()).toBeLessThan(800)
      await picture(page, 'matrix-large')
    })

    await test.step('keys lead to every corner, and what has the focus is in sight', async () => {
      await grid.locator('[tabindex="0"]').focus()
      await desk.press('Control+End')
      await expect(focused).toHaveAccessibleName(/^C300 and/)
      await expect(focused).toBeInViewport({ ratio: 0.9 })
      expect(await focused.getAttribute('aria-colindex')).toBe(await grid.getAttribute('aria-colcount'))
      await desk.press('Control+Home')
      await expect(focused).toHaveAttribute('role', 'columnheader')
      await desk.press('ArrowDown')
      for (let i = 0; i < 4; i++) await desk.press('PageDown')
      const number = Number(/^C(\d+) /.exec((await focused.getAttribute('aria-label')) ?? '')?.[1])
      expect(number).toBeGreaterThan(30)
      await desk.press('End')
      await expect(focused).toHaveAccessibleName(new RegExp(`^C${number} and`))
      await expect(focused).toBeInViewport({ ratio: 0.9 })
      await desk.press('Home')
      await expect(focused).toHaveAttribute('role', 'rowheader')
    })

    await test.step('a cell that is scrolled out of sight keeps the focus', async () => {
      await desk.press('ArrowRight')
      const name = (await focused.getAttribute('aria-label')) ?? ''
      await grid.hover()
      await page.mouse.wheel(4_000, 6_000)
      await expect.poll(() => grid.evaluate((element) => element.scrollLeft)).toBeGreaterThan(3_000)
      await page.waitForTimeout(300)
      await expect(focused).toHaveAccessibleName(name)
      await expect(focused).not.toBeInViewport()
      await desk.press('ArrowLeft')
      await expect(focused).toBeInViewport({ ratio: 0.9 })
    })

    await test.step('Enter opens the quotes, and Back comes back to the cell', async () => {
      await desk.press('Control+Home')
      await desk.press('ArrowDown')
      // The first claims have links from most sources.
      for (let i = 0; i < 20 && (await focused.getAttribute('aria-haspopup')) === null; i++) {
        await desk.press('ArrowRight')
      }
      const name = (await focused.getAttribute('aria-label')) ?? ''
      await desk.press('Enter')
      const quotes = page.getByRole('dialog', { name: /^C1 and/ })
      await quotes.getByRole('button', { name: 'Show in its place' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await desk.press('Alt+ArrowLeft')
      await expect(grid.getByRole('gridcell', { name })).toHaveAttribute('tabindex', '0')
    })

    await test.step('a claim that is selected elsewhere is brought into sight', async () => {
      await desk.openView('Claims')
      const filter = page.getByRole('searchbox', { name: 'Filter claims' })
      await filter.fill('C250')
      await page.getByRole('listbox', { name: 'Claims' }).getByRole('option', { name: 'C250' }).click()
      await filter.fill('')
      await desk.openView('Matrix')
      const row = grid.getByRole('rowheader', { name: /^C250 / })
      await expect(row).toBeInViewport({ ratio: 0.9 })
      await expect(row).toHaveAttribute('aria-current', 'true')
    })

    await test.step('it stands after a restart as it stood', async () => {
      await choose('Columns', 'Columns by publisher')
      await choose('Order of claims', 'Most disputed first')
      const top = (heads: (string | undefined)[]) => heads.slice(0, 10)
      await grid.evaluate((element) => element.scrollTo(0, 0))
      await expect(grid.locator('[aria-rowindex="2"]')).toBeAttached()
      const stood = top(await numbers())
      // What the window keeps, it writes down a moment later.
      await page.waitForTimeout(1_000)
      await app.restart()
      const again = matrixOf(app.page)
      await expect(again.grid).toBeVisible()
      await expect(app.page.getByRole('button', { name: 'Columns', exact: false })).toContainText('publisher')
      await expect.poll(async () => top(await again.numbers())).toEqual(stood)
    })
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
  expect(errors).toEqual([])
})
