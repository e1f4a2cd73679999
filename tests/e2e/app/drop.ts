import type { Page } from '@playwright/test'

/** Drops files and folders from outside on the middle of the window, as the system's file manager does. */
export async function dropFiles(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const data = { items: [], files, dragOperationsMask: 1 }
  // A hand stays above the window for a while; a drop that comes before the page has answered what is above it is none.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
    if (type !== 'drop') await page.evaluate(twoFrames)
  }
  await session.detach()
}

function twoFrames(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}
