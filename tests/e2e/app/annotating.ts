import { expect, type Locator, type Page } from '@playwright/test'

/** What annotating needs to do by place: words have no element of their own. */

/** The middle of the right or left edge of words that stand in the open text once, in px of the viewport. */
export function besideWords(
  page: Page,
  words: string,
  side: 'start' | 'end',
): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ words, side }) => {
      const text = document.querySelector('[role="document"]') ?? document.body
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(words) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + words.length)
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
        const rect = side === 'start' ? rects[0] : rects.at(-1)
        if (rect) return { x: side === 'start' ? rect.left : rect.right, y: (rect.top + rect.bottom) / 2 }
      }
      throw new Error(`The window does not show: ${words}`)
    },
    { words, side },
  )
}

/** What one drags at an end of the selected annotation. */
export function handle(page: Page, edge: 'start' | 'end'): Locator {
  return page.locator(`[data-edge="${edge}"]`)
}

/** Drags an end of the selected annotation with the mouse to an edge of words in the text. */
export async function dragEdge(
  page: Page,
  edge: 'start' | 'end',
  words: string,
  side: 'start' | 'end',
): Promise<void> {
  const box = await handle(page, edge).boundingBox()
  if (!box) throw new Error(`The ${edge} cannot be dragged.`)
  const to = await besideWords(page, words, side)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 6, to.y + 3, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

/** The same with a finger. */
export async function dragEdgeByTouch(
  page: Page,
  edge: 'start' | 'end',
  words: string,
  side: 'start' | 'end',
): Promise<void> {
  const box = await handle(page, edge).boundingBox()
  if (!box) throw new Error(`The ${edge} cannot be dragged.`)
  const to = await besideWords(page, words, side)
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await touch('touchStart', from.x, from.y)
  for (const share of [0.3, 0.6, 0.9, 1]) {
    await touch('touchMove', from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
  }
  await touch('touchEnd', to.x, to.y)
  await finger.detach()
}

/** The words of the selected annotation, as its card says them; the list has the selected one in full. */
export function selectedCard(page: Page): Locator {
  return page.getByRole('list', { name: 'Annotations' }).locator('li[aria-current="true"]')
}

/** Waits until the selected annotation is on just these words. */
export async function expectSelected(page: Page, quote: string): Promise<void> {
  await expect(selectedCard(page).locator('[data-card]')).toHaveText(quote)
}
