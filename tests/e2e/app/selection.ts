import { expect, type Page } from '@playwright/test'

/**
 * Selects `text` as a person does, by dragging the mouse from its beginning to its end. The text must stand in the
 * open source once, may run over several lines, and is scrolled into view first.
 */
export async function selectWithMouse(page: Page, text: string): Promise<void> {
  // Where the words moved under the mouse, a person takes hold of them again.
  await expect(() => dragOver(page, text)).toPass({ timeout: 60_000 })
}

async function dragOver(page: Page, text: string): Promise<void> {
  // The text may still be on its way from the engine.
  await expect(() => page.evaluate(revealText, text)).toPass({ timeout: 20_000 })
  // The reader lays sections out as they come near the window: look twice before trusting a place.
  let place = await page.evaluate(placeOfText, text)
  for (let settled = false; !settled; ) {
    await page.waitForTimeout(60)
    const again = await page.evaluate(placeOfText, text)
    settled = again.from.y === place.from.y && again.to.y === place.to.y
    place = again
  }
  await page.mouse.move(place.from.x, place.from.y)
  await page.mouse.down()
  await page.mouse.move((place.from.x + place.to.x) / 2, (place.from.y + place.to.y) / 2, { steps: 4 })
  await page.mouse.move(place.to.x, place.to.y, { steps: 4 })
  await page.mouse.up()
  await page.waitForFunction((wanted) => getSelection()?.toString() === wanted, text, { timeout: 8_000 })
}

/** Brings words of the open text into view. */
export function reveal(page: Page, text: string): Promise<void> {
  return page.evaluate(revealText, text)
}

/** Where words of the open text stand that are in view. */
export function wordsPlace(page: Page, text: string): Promise<Place> {
  return page.evaluate(placeOfText, text)
}

/** The points between whose characters the selection starts and ends, in pixels of the page's viewport. */
export interface Place {
  from: { x: number; y: number }
  to: { x: number; y: number }
}

function revealText(text: string): void {
  const walker = document.createTreeWalker(
    document.querySelector('[role="document"]') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  while (walker.nextNode()) {
    if (walker.currentNode.textContent?.includes(text)) {
      walker.currentNode.parentElement?.scrollIntoView({ block: 'center' })
      return
    }
  }
  throw new Error(`The window does not show: ${text}`)
}

function placeOfText(text: string): Place {
  const walker = document.createTreeWalker(
    document.querySelector('[role="document"]') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  while (walker.nextNode()) {
    const start = walker.currentNode.textContent?.indexOf(text) ?? -1
    if (start < 0) continue
    const range = document.createRange()
    range.setStart(walker.currentNode, start)
    range.setEnd(walker.currentNode, start + text.length)
    const lines = [...range.getClientRects()].filter((line) => line.width > 0)
    const first = lines.at(0)
    const last = lines.at(-1)
    if (first === undefined || last === undefined) break
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right, y: last.top + last.height / 2 },
    }
  }
  throw new Error(`The window does not show: ${text}`)
}
