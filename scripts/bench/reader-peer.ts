import type { Browser } from '@playwright/test'
import { median, percentile } from './measure.ts'
import { installProbe, type Probe } from './reader-probe.ts'
import { opened, pressed, type Reading, settled, typing } from './reader-window.ts'

declare const probe: Probe

const page = `<!doctype html>
<style>
  ::highlight(yellow) { background: #ffd400 }
  main { font: 17px/1.62 serif; height: 800px; overflow: auto; padding: 0 25%; white-space: pre-wrap }
</style>
<button>Open</button><main></main>`

/** A page that does nothing but show the same text, flat, on the same things being done to it. */
export async function readPeer(browser: Browser, paragraphs: readonly string[]): Promise<Reading> {
  const peer = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  await peer.setContent(page)
  await peer.evaluate(installProbe)
  await peer.evaluate(fillOnClick, paragraphs)
  const { text } = await opened(peer, 'peer', false, peer.getByRole('button'))
  await settled(peer)
  const scroll = percentile(await peer.evaluate(() => probe.scrolled(120)), 0.95)
  await settled(peer)
  const adds: number[] = []
  for (let nth = 0; nth < 5; nth++) {
    await peer.evaluate((which) => probe.selectBlock(which), nth % 3)
    adds.push(await pressed(peer, 'h'))
  }
  await peer.close()
  return { text, marks: null, scroll, add: median(adds), key: null }
}

/** Letters in the middle of the same long text, in an editable part of a page that does nothing else. */
export async function typeInPeer(browser: Browser, paragraphs: readonly string[]): Promise<number> {
  const peer = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  await peer.setContent(page)
  await peer.evaluate(installProbe)
  await peer.evaluate(fillOnClick, paragraphs)
  await peer.getByRole('button').click()
  await peer.evaluate(() => document.querySelector('main')?.setAttribute('contenteditable', 'true'))
  await peer.locator('p').nth(40).click()
  const key = await typing(peer)
  await peer.close()
  return key
}

function fillOnClick(paragraphs: readonly string[]): void {
  const main = document.querySelector('main')
  const highlight = new Highlight()
  CSS.highlights.set('yellow', highlight)
  document.querySelector('button')?.addEventListener('click', () => {
    const all = paragraphs.map((words) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = words
      return paragraph
    })
    main?.replaceChildren(...all)
    if (main) main.ariaLabel = 'peer'
  })
  document.addEventListener('keydown', ({ key }) => {
    const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null
    if (key === 'h' && range && main?.contentEditable !== 'true') highlight.add(new StaticRange(range))
  })
}
