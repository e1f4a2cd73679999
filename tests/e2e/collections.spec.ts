import type { Locator } from '@playwright/test'
import type { Desk } from './app/desk.ts'
import { expect, test } from './app/test.ts'
import { harbour, odd, writeFiles } from './app/texts.ts'

const levy =
  'The levy\n\nThe council withdrew its promise about the harbour, and nobody asked the fishermen.\n'

/** The tree of collections. */
function tree({ page }: Desk): Locator {
  return page.getByRole('treegrid', { name: 'Collections' })
}

function collection(desk: Desk, name: string): Locator {
  return tree(desk).getByRole('row', { name })
}

test('sources are gathered in collections by mouse and by keyboard, and every step is undone', async ({
  app,
  desk,
}) => {
  const { page } = desk
  const field = page.getByRole('textbox', { name: 'Name of the collection' })
  const titles = ['A letter from the north', 'Harbour reopens after nine weeks', 'The levy']
  await desk.drop(await writeFiles(app.folder, { 'a.txt': harbour, 'b.txt': levy, 'c.txt': odd }))
  await desk.closeReport()
  await expect.poll(() => desk.titles()).toEqual(titles)

  await test.step('one is made, named, and takes several sources that are dragged onto it', async () => {
    await expect(page.getByText('Drag sources here')).toBeVisible()
    await page.getByRole('button', { name: 'New collection' }).click()
    await expect(field).toBeFocused()
    await page.keyboard.type('Harbours')
    await desk.press('Enter')
    await expect(collection(desk, 'Harbours')).toBeFocused()
    await expect(page.getByText('Nothing in this collection yet')).toBeVisible()
    await page.getByRole('button', { name: 'All (3)' }).click()
    await desk.source('Harbour reopens').click()
    await desk.source('The levy').click({ modifiers: ['Shift'] })
    await expect(page.getByRole('toolbar', { name: 'Selected sources' })).toContainText('2 sources selected')
    await desk.source('The levy').dragTo(collection(desk, 'Harbours'))
    await expect(page.getByText('Added 2 sources to “Harbours”.')).toBeVisible()
    await expect(collection(desk, 'Harbours')).toContainText('2')
  })

  await test.step('choosing it shows its sources alone', async () => {
    await collection(desk, 'Harbours').click()
    await expect.poll(() => desk.titles()).toEqual(titles.slice(1))
    await expect(page.getByRole('heading', { name: 'Harbours 2 of 3' })).toBeVisible()
  })

  await test.step('another is made inside it by the keyboard, renamed, and filled from the palette', async () => {
    await app.menu('collections.show')
    await expect(collection(desk, 'Harbours')).toBeFocused()
    await desk.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'New collection inside' }).press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.type('Ice')
    await desk.press('Enter')
    await expect(collection(desk, 'Ice')).toBeFocused()
    await expect(collection(desk, 'Ice')).toHaveAttribute('aria-level', '2')
    await desk.press('F2')
    await page.keyboard.type('Winter')
    await desk.press('Enter')
    await expect(collection(desk, 'Winter')).toBeFocused()
    await page.getByRole('button', { name: 'All (3)' }).click()
    await desk.source('A letter from the north').click()
    await app.menu('collections.add')
    const dialog = page.getByRole('dialog', { name: 'Add 1 source to a collection' })
    await page.keyboard.type('harb wint')
    await expect(dialog.getByRole('option').first()).toHaveText('Harbours / Winter')
    await desk.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(collection(desk, 'Winter')).toContainText('1')
    // What is inside counts.
    await expect(collection(desk, 'Harbours')).toContainText('3')
  })

  await test.step('a source is in several, and is taken out of one of them', async () => {
    await desk
      .source('A letter from the north')
      .focus()
      .catch(() => undefined)
    await desk.source('A letter from the north').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to collection…' }).click()
    await page.keyboard.type('Letters')
    await page.getByRole('option', { name: 'New collection “Letters”' }).click()
    await expect(collection(desk, 'Letters')).toContainText('1')
    await collection(desk, 'Letters').click()
    await expect.poll(() => desk.titles()).toEqual(titles.slice(0, 1))
    await desk.source('A letter from the north').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Remove from “Letters”' }).click()
    await expect(page.getByText('Nothing in this collection yet')).toBeVisible()
    await expect(collection(desk, 'Winter')).toContainText('1')
  })

  await test.step('it comes back after a restart, and so does what was chosen', async () => {
    await collection(desk, 'Winter').click()
    await expect.poll(() => desk.titles()).toEqual(titles.slice(0, 1))
    await desk.saved()
    await app.restart()
    await expect.poll(() => desk.titles()).toEqual(titles.slice(0, 1))
  })

  await test.step('deleting one takes those inside it along, never their sources; undo brings all back', async () => {
    await collection(desk, 'Harbours').click()
    await desk.press('Delete')
    await expect(desk.page.getByText('Deleted the collection “Harbours”')).toBeVisible()
    await expect(tree(desk).getByRole('row')).toHaveCount(1)
    await expect.poll(() => desk.titles()).toEqual(titles)
    await desk.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(collection(desk, 'Winter')).toContainText('1')
    for (let step = 0; step < 9; step++) await desk.press('ControlOrMeta+z')
    await expect(desk.page.getByText('Drag sources here')).toBeVisible()
    await expect.poll(() => desk.titles()).toEqual(titles)
  })
})

test('the list of sources is narrowed by tags and saved searches, and a collection is a filter of the search', async ({
  desk,
}) => {
  const { page } = desk
  await desk.openSample()
  const sources = desk.sources.getByRole('row')
  await page.getByRole('button', { name: /^Tags \(/ }).click()
  const tag = page.getByRole('region', { name: /^Tags/ }).getByRole('button', { name: /^radar 3/ })
  await tag.click()
  await expect(sources).toHaveCount(3)
  await tag.click()
  await expect(sources).toHaveCount(9)

  // Arrows and Shift choose rows as well as the mouse does.
  await sources.first().click()
  await desk.press('Shift+ArrowDown')
  await desk.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Collect…' }).click()
  await page.keyboard.type('First three')
  await page.getByRole('option', { name: 'New collection “First three”' }).click()
  await expect(page.getByText('Added 3 sources to “First three”.')).toBeVisible()

  // What a source is in and how it is tagged stands with its details, too.
  await sources.first().click()
  await page.getByRole('tab', { name: 'Info' }).click()
  const info = page.getByRole('region', { name: 'Tags of the source' })
  await info.getByRole('combobox').fill('opinion')
  await desk.press('Enter')
  await expect(
    page.getByRole('region', { name: /^Tags \(/ }).getByRole('button', { name: 'opinion 1' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Remove from “First three”' }).click()
  await expect(collection(desk, 'First three')).toContainText('2')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(collection(desk, 'First three')).toContainText('3')

  await desk.search.fill('ferry collection:"First three"')
  await desk.press('ControlOrMeta+Shift+f')
  const filters = page.getByRole('region', { name: 'Filters' })
  const filter = filters.getByRole('button', { name: 'First three' })
  await expect(filter).toHaveAttribute('aria-pressed', 'true')
  await expect(
    page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 2 }),
  ).toContainText('in 3 sources')
  await filter.click()
  await expect(desk.search).toHaveValue('ferry')
  await filter.click()
  await expect(desk.search).toHaveValue('ferry collection:"First three"')

  await page.getByRole('button', { name: 'Save search…' }).click()
  await page.getByRole('dialog', { name: 'Save search' }).getByRole('textbox').fill('Ferries')
  await desk.press('Enter')
  await desk.openView('Read')
  await page
    .getByRole('region', { name: 'Saved searches' })
    .getByRole('button', { name: /^Ferries 3/ })
    .click()
  await expect(page.getByRole('tab', { name: 'In context' })).toBeVisible()
  await expect(sources).toHaveCount(3)
  await expect(page.getByRole('heading', { name: 'Ferries 3 of 9' })).toBeVisible()
})
