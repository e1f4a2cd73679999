import type { Browser } from '@playwright/test'
import { median, percentile } from './measure.ts'
import type { Case } from './reader-notebook.ts'
import { installProbe, type Probe } from './reader-probe.ts'
import { opened, pressed, type Reading, settled, typing } from './reader-window.ts'

declare const probe: Probe

const page = `<!doctype html>
<style>
  ::highlight(yellow) { background: #ffd400 }
  ::highlight(red) { background: #ff6666 }
  ::highlight(green) { background: #5fb236 }
  ::highlight(blue) { background: #2ea8e5 }
  main { font: 17px/1.62 serif; height: 800px; overflow: auto; padding: 0 25%; white-space: pre-wrap }
  section { content-visibility: auto; contain-intrinsic-size: auto 6700px }
</style>
<button>Open</button><main></main>`

/**
 * A page that does nothing but show the same text with as many highlights, by the means that the reader has: plain paragraphs in
 * sections that the browser may skip. The same things are done to it.
 */
export async function readPeer(browser: Browser, { paragraphs, annotations }: Case): Promise<Reading> {
  const peer = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  await peer.setContent(page)
  await peer.evaluate(installProbe)
  await peer.evaluate(fillOnClick, { paragraphs, annotations })
  const { text, marks } = await opened(peer, 'peer', annotations > 0, peer.getByRole('button'))
  await settled(peer)
  const scroll = percentile(await peer.evaluate(() => probe.scrolled(120)), 0.95)
  await settled(peer)
  const adds: number[] = []
  for (let nth = 0; nth < 5; nth++) {
    await peer.evaluate((which) => probe.selectBlock(which), nth % 3)
    adds.push(await pressed(peer, 'h'))
  }
  await peer.close()
  return { text, marks: marks < 0 ? null : marks, scroll, add: median(adds), key: null }
}

/** Letters in the middle of the same long text, in an editable part of a page that does nothing else. */
export async function typeInPeer(browser: Browser, paragraphs: readonly string[]): Promise<number> {
  const peer = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  await peer.setContent(page)
  await peer.evaluate(installProbe)
  await peer.evaluate(fillOnClick, { paragraphs, annotations: 0 })
  await peer.getByRole('button').click()
  await peer.evaluate(() => document.querySelector('main')?.setAttribute('contenteditable', 'true'))
  await peer.locator('p').nth(40).click()
  const key = await typing(peer)
  await peer.close()
  return key
}

function fillOnClick({
  paragraphs,
  annotations,
}: {
  paragraphs: readonly string[]
  annotations: number
}): void {
  const main = document.querySelector('main')
  const highlights = ['yellow', 'red', 'green', 'blue'].map((name) => {
    const highlight = new Highlight()
    CSS.highlights.set(name, highlight)
    return highlight
  })
  /** Spread evenly, as in the notebook. */
  const mark = (all: readonly HTMLElement[]): void => {
    const each = annotations / all.length
    for (let nth = 0; nth < annotations; nth++) {
      const words = all[Math.floor(nth / each)]?.firstChild
      if (!words) continue
      const length = words.nodeValue?.length ?? 0
      const start = Math.floor(((nth / each) % 1) * length)
      const end = Math.min(length, start + 80)
      const place = { startContainer: words, startOffset: start, endContainer: words, endOffset: end }
      highlights[nth % highlights.length]?.add(new StaticRange(place))
    }
  }
  document.querySelector('button')?.addEventListener('click', () => {
    const all = paragraphs.map((words) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = words
      return paragraph
    })
    const sections: HTMLElement[] = []
    for (let first = 0; first < all.length; first += 40) {
      const section = document.createElement('section')
      section.append(...all.slice(first, first + 40))
      sections.push(section)
    }
    main?.replaceChildren(...sections)
    mark(all)
    if (main) main.ariaLabel = 'peer'
  })
  document.addEventListener('keydown', ({ key }) => {
    const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null
    if (key === 'h' && range && main?.contentEditable !== 'true') highlights[0]?.add(new StaticRange(range))
  })
}
