import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { App } from './app/app.ts'
import { readCsv } from './app/csv.ts'
import type { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'
import { byKeyboard, byMouse, type Hands } from './investigation/hands.ts'
import { type Plan, planAtHand } from './investigation/plans.ts'

/** The matrix as it has to be: a row a claim, a column a source; what it says stands in `tests/fixtures/investigation`. */
interface Expected {
  statement: string
  status: string
  /** By the title of the source, such as `supports 2; qualifies 1`. */
  cells: Map<string, string>
}

const plan = planAtHand()

for (const [name, hands] of [
  ['by mouse', byMouse],
  ['by the keyboard alone', byKeyboard],
] as const) {
  test(`a whole investigation ${name}, ending in a matrix`, async ({ app, desk }) => {
    test.setTimeout(480_000)
    await importAll(app, desk, plan)
    const does = hands(desk)
    await renameAll(desk, does, plan)
    for (const move of plan.moves) {
      await test.step(`${move.do}: ${move.passage}`, async () => {
        if (move.do === 'state') await does.state(move)
        else if (move.do === 'link') await does.link(move)
        else if (move.do === 'oppose') await does.oppose(move)
        else await does.err(move)
      })
    }
    for (const { claim, suggested, own } of plan.statuses) {
      await test.step(`status: ${claim}`, () => does.setStatus(claim, suggested, own))
    }
    await expectVoices(desk, plan)
    await expectMatrix(app, desk, await readExpected(plan))
  })
}

/** The articles, and one of them again as another paper printed it. */
async function importAll(app: App, desk: Desk, { articles, reprint, titles }: Plan): Promise<void> {
  const words = Object.entries(titles).find(([, title]) => title === reprint.of)?.[0] ?? ''
  const original = articles.find(({ text }) => text.includes(words))
  if (!original) throw new Error('There is no article to print again.')
  const path = join(app.folder, 'reprint.txt')
  await writeFile(path, original.text.replace(/^.*\n/, `${reprint.headline}\n`))
  await desk.importByDialog([...articles.map((article) => article.path), path])
}

/** Gives the sources names to tell them by. */
async function renameAll(desk: Desk, does: Hands, { articles, reprint, titles }: Plan): Promise<void> {
  const given = await desk.titles()
  await does.rename(reprint.headline, reprint.title)
  for (const [words, title] of Object.entries(titles)) {
    const article = articles.find(({ text }) => text.includes(words))
    if (article) await does.rename(desk.titleOf(given, article), title)
  }
}

async function expectVoices(desk: Desk, { voices }: Plan): Promise<void> {
  await desk.press('ControlOrMeta+2')
  const row = desk.page.getByRole('listbox', { name: 'Claims' }).getByRole('option', { name: voices.claim })
  await expect(row).toContainText(voices.words)
}

async function readExpected({ matrix }: Plan): Promise<Expected[]> {
  const path = resolve(import.meta.dirname, '../fixtures/investigation', matrix)
  return readMatrix(await readFile(path, 'utf8'))
}

function readMatrix(csv: string): Expected[] {
  const [head = [], ...rows] = readCsv(csv)
  return rows.map((row) => {
    const cells = head.map((title, column) => [title, row[column] ?? ''] as const)
    return {
      statement: row[head.indexOf('Statement')] ?? '',
      status: row[head.indexOf('Status')] ?? '',
      cells: new Map(cells.slice(3).sort(([a], [b]) => a.localeCompare(b))),
    }
  })
}

/** Cell by cell: what the grid says to whoever cannot see it, and what the saved table says. */
async function expectMatrix(app: App, desk: Desk, expected: Expected[]): Promise<void> {
  const { page } = desk
  await desk.press('ControlOrMeta+3')
  const grid = page.getByRole('grid', { name: 'Claims and sources' })
  await expect(grid.getByRole('rowheader')).toHaveCount(expected.length)
  for (const { statement, cells } of expected) {
    const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: statement }) })
    for (const [title, said] of cells) {
      const cell = row.getByRole('gridcell', { name: `“${title}”` })
      for (const words of inWords(said)) await expect(cell).toHaveAccessibleName(new RegExp(words))
    }
  }
  await page.getByRole('button', { name: 'Save or print' }).click()
  const path = await app.downloaded(() => page.getByRole('menuitem', { name: 'Save as CSV' }).click())
  expect(readMatrix(await readFile(path, 'utf8'))).toEqual(expected)
}

/** `supports 2; qualifies 1`, as a cell is called. */
function inWords(said: string): string[] {
  if (said === '') return [': no link$']
  return said.split('; ').map((part) => {
    const [, relation, count] = /^(.*) (\d+)$/.exec(part) ?? []
    return `${relation} \\(${count} links?\\)`
  })
}
