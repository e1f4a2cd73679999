import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from '../app/desk.ts'
import { reveal, wordsPlace } from '../app/selection.ts'
import type { Move } from './plans.ts'

type Of<Kind extends Move['do']> = Extract<Move, { do: Kind }>

/** A way to do everything that an investigation takes. */
export interface Hands {
  rename(title: string, to: string): Promise<void>
  state(move: Of<'state'>): Promise<void>
  link(move: Of<'link'>): Promise<void>
  oppose(move: Of<'oppose'>): Promise<void>
  err(move: Of<'err'>): Promise<void>
  setStatus(claim: string, suggested?: string, own?: string): Promise<void>
}

/** Everything with the mouse; only words are typed. */
export function byMouse(desk: Desk): Hands {
  const { page } = desk
  const bar = page.getByRole('toolbar', { name: 'Annotate the selection' })
  const claims = page.getByRole('listbox', { name: 'Claims' })
  const question = page.getByRole('dialog', { name: 'How the one bears on the other' })
  const take = async (source: string, passage: string): Promise<void> => {
    await desk.open(source)
    await desk.select(passage)
  }
  return {
    async rename(title, to) {
      await desk.source(title).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Rename' }).click()
      await expect(desk.sources.getByRole('textbox')).toBeFocused()
      await page.keyboard.type(to)
      await desk.sources.click({ position: { x: 20, y: 500 } })
      await expect(desk.source(to)).toBeVisible()
    },
    async state({ source, passage, statement }) {
      await take(source, passage)
      await bar.getByRole('button', { name: 'New claim from this passage' }).click()
      const dialog = page.getByRole('dialog', { name: 'New claim' })
      const field = dialog.getByRole('textbox', { name: 'Statement' })
      await expect(field).toHaveValue(passage)
      await page.keyboard.type(statement)
      await dialog.getByRole('button', { name: 'Create claim' }).click()
      await expect(dialog).toBeHidden()
    },
    async link({ source, passage, to, relation, onto }) {
      await take(source, passage)
      const view = onto === 'claim' ? 'Claims' : 'Matrix'
      const target =
        onto === 'claim'
          ? claims.getByRole('option', { name: to })
          : page.getByRole('rowheader', { name: to })
      await dragPassage(page, passage, target, viewTab(page, view))
      await question.getByRole('option', { name: relation }).click()
      await expect(page.getByText(`Linked: ${relation}.`).last()).toBeVisible()
    },
    async oppose({ source, passage, other }) {
      await take(source, passage)
      await desk.source(other.source).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Open beside' }).click()
      const beside = page.getByRole('region', { name: 'Beside the text' }).getByRole('document')
      await expect(beside).toContainText(other.passage)
      await desk.select(passage)
      await dragPassage(page, passage, beside.getByText(other.passage).first(), undefined, other.passage)
      await question.getByRole('option', { name: 'contradicts' }).click()
      await expect(page.getByText('Linked: contradicts.').last()).toBeVisible()
      await page.getByRole('button', { name: 'Close this pane' }).click()
    },
    async err({ source, passage, to, relation }) {
      await take(source, passage)
      const before = await linkCount(page)
      await dragPassage(page, passage, claims.getByRole('option', { name: to }), viewTab(page, 'Claims'))
      await question.getByRole('option', { name: relation }).click()
      await expect(page.getByRole('contentinfo')).not.toContainText(before)
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
      await expect(page.getByRole('contentinfo')).toContainText(before)
    },
    async setStatus(claim, suggested, own) {
      await desk.openView('Claims')
      await claims.getByRole('option', { name: claim }).click()
      if (suggested !== undefined) {
        await expect(page.getByRole('article').getByText('this suggests').locator('..')).toContainText(
          suggested,
        )
        await page.getByRole('button', { name: 'Accept' }).click()
        await expect(claims.getByRole('option', { name: claim })).toContainText(suggested)
      }
      if (own === undefined) return
      await page.getByRole('button', { name: 'Status', exact: false }).first().click()
      await page.getByRole('option', { name: own, exact: true }).click()
    },
  }
}

/** Everything with the keyboard. */
export function byKeyboard(desk: Desk): Hands {
  const { page } = desk
  const type = (text: string): Promise<void> => page.keyboard.type(text)
  const selected = () => page.evaluate(() => String(getSelection()))
  const open = async (title: string): Promise<void> => {
    await desk.press('ControlOrMeta+p')
    await type(title)
    // While one types, what fewer letters find stands there.
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(title)
    await desk.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
  }
  /** Finds the first words, and reaches on to the last. */
  const take = async (source: string, passage: string): Promise<void> => {
    await open(source)
    const words = passage.split(' ')
    await desk.press('ControlOrMeta+f')
    await type(`"${words.slice(0, 3).join(' ')}"`)
    const bar = page.getByRole('search', { name: 'Find in this text' })
    await expect(bar.getByRole('status')).toHaveText('1 of 1')
    await expect.poll(() => page.evaluate(foundHere)).toBe(words.slice(0, 3).join(' '))
    await desk.press('Escape')
    await expect.poll(selected).toBe(words.slice(0, 3).join(' '))
    for (let more = 0; more < 40 && !(await selected()).startsWith(passage); more++) {
      await desk.press('Shift+ControlOrMeta+ArrowRight')
    }
    for (let less = 0; less < 10 && (await selected()) !== passage; less++)
      await desk.press('Shift+ArrowLeft')
    expect(await selected()).toBe(passage)
  }
  const linkTo = async (words: string, relation: string): Promise<void> => {
    await desk.press('l')
    const dialog = page.getByRole('dialog', { name: 'Link to a claim or a passage' })
    const how = dialog.getByRole('button', { name: 'How the passage bears on the claim' })
    await expect(how).toBeVisible()
    for (let step = 0; step < 8 && !(await how.textContent())?.includes(relation); step++) {
      await desk.press('Alt+ArrowDown')
    }
    // Enter waits for what the words find.
    await type(words)
    await desk.press('Enter')
    await expect(dialog).toBeHidden()
  }
  const run = async (title: string): Promise<void> => {
    await desk.press('ControlOrMeta+k')
    await type(title)
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(title)
    await desk.press('Enter')
  }
  return {
    async rename(title, to) {
      await open(title)
      await desk.press('F2')
      await expect(desk.sources.getByRole('textbox')).toBeFocused()
      await type(to)
      await desk.press('Enter')
      await expect(desk.source(to)).toBeVisible()
    },
    async state({ source, passage, statement }) {
      await take(source, passage)
      await desk.press('c')
      await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(passage)
      await type(statement)
      await desk.press('Enter')
      await expect(page.getByRole('dialog', { name: 'New claim' })).toBeHidden()
    },
    async link({ source, passage, to, relation }) {
      await take(source, passage)
      await linkTo(to, relation)
    },
    async oppose({ source, passage, other }) {
      await take(source, passage)
      await linkTo(other.passage, 'contradicts')
    },
    async err({ source, passage, to, relation }) {
      await take(source, passage)
      const before = await linkCount(page)
      await linkTo(to, relation)
      await expect(page.getByRole('contentinfo')).not.toContainText(before)
      await desk.press('ControlOrMeta+z')
      await expect(page.getByRole('contentinfo')).toContainText(before)
    },
    async setStatus(claim, suggested, own) {
      await desk.press('ControlOrMeta+2')
      const list = page.getByRole('listbox', { name: 'Claims' })
      await expect(list.locator(':focus')).toBeVisible()
      const one = list.getByRole('option', { name: claim })
      for (let step = 0; step < 10 && (await one.getAttribute('aria-selected')) !== 'true'; step++) {
        await desk.press('ArrowDown')
      }
      await expect(one).toHaveAttribute('aria-selected', 'true')
      if (suggested !== undefined) {
        await run(`Accept the Suggested Status: ${suggested}`)
        await expect(one).toContainText(suggested)
      }
      if (own === undefined) return
      await run(`: ${own}`)
      await expect(one).toContainText(own)
    },
  }
}

/** Where words stand in an element, on their first line. */
function boxOf(
  element: Element,
  words: string,
): { x: number; y: number; width: number; height: number } | null {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.nodeValue?.indexOf(words) ?? -1
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    return range.getClientRects()[0] ?? null
  }
  return null
}

/** The words of the hit one is at: they are painted, and no element of their own. */
function foundHere(): string {
  const [range] = [...(CSS.highlights.get('crossread-found-here') ?? [])]
  if (!range) return ''
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  return live.toString()
}

/** How many links there are, as the status bar says it. */
async function linkCount(page: Page): Promise<string> {
  const words = await page.getByRole('contentinfo').textContent()
  return /\d+ links?/.exec(words ?? '')?.[0] ?? ''
}

function viewTab(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })
}

/** Drags the selected words to a place; by way of the button of a view, which opens while they are held above it. */
async function dragPassage(
  page: Page,
  words: string,
  to: Locator,
  view?: Locator,
  onto?: string,
): Promise<void> {
  await reveal(page, words)
  const { from } = await wordsPlace(page, words)
  await page.mouse.move(from.x + 12, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 24, from.y + 4, { steps: 3 })
  if (view) {
    await moveTo(page, view)
    await expect(view).toHaveAttribute('aria-current', 'page')
  }
  await expect(to).toBeVisible()
  await moveTo(page, to, onto)
  await page.mouse.up()
}

/** Moves onto the middle of what there is, or onto words in it. */
async function moveTo(page: Page, to: Locator, words?: string): Promise<void> {
  const box = words === undefined ? await to.boundingBox() : await to.evaluate(boxOf, words)
  if (!box) throw new Error('There is nowhere to drag it to.')
  const [x, y] = [box.x + Math.min(40, box.width / 2), box.y + Math.min(14, box.height / 2)]
  await page.mouse.move(x - 6, y - 3, { steps: 8 })
  await page.mouse.move(x, y, { steps: 3 })
}
