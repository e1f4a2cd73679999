/**
 * What runs inside the page that is measured. It is handed over as text, so that nothing here may use what stands
 * outside of `installProbe`. All times are milliseconds.
 */
export interface Probe {
  /**
   * From the release of the mouse to the end of the frame that shows the first words of the text called `title`, and of
   * the one that shows highlights on it; -1 where none are waited for.
   */
  opened(title: string, withMarks: boolean): Promise<{ text: number; marks: number }>
  /** Scrolls the text by about a third of a window a frame. Gives the time of each frame. */
  scrolled(frames: number): Promise<number[]>
  /** Selects the first words of the block that is `nth` in view. */
  selectBlock(nth: number): void
  /** Begins to wait for one of the two, before what they wait for is done. */
  armMarked(): void
  armOpened(title: string, withMarks: boolean): void
  /** What was waited for. */
  armed: Promise<unknown> | null
  /** From the next key to the end of the frame that shows one more highlight. */
  marked(): Promise<number>
  /** From each key, until `stopTyping`, to the end of the frame that shows its letter. */
  startTyping(): void
  stopTyping(): number[]
}

export function installProbe(): void {
  let released = 0
  let pressed = 0
  let typed: number[] | null = null
  addEventListener('pointerup', ({ timeStamp }) => (released = timeStamp), { capture: true })
  // Not `input`: an editor that puts the letter in by itself lets no such event come.
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp
      const into = typed
      if (into) void endOfFrame(() => true).then((at) => into.push(at - timeStamp))
    },
    { capture: true },
  )

  /** The end of the first frame in which `holds`: a message that is posted while a frame is prepared comes when it is drawn. */
  const endOfFrame = (holds: () => boolean): Promise<number> =>
    new Promise((done) => {
      const look = (): void => {
        if (!holds()) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now())
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })

  const text = (): Element | null =>
    document.querySelector('article [role="document"]') ?? document.querySelector('main')
  // Asked by place: measuring every block would lay out what the browser leaves alone.
  const blockInView = (nth: number): Element | undefined => {
    const box = text()?.getBoundingClientRect()
    if (!box) return undefined
    const x = (box.left + box.right) / 2
    const found = new Set<Element>()
    for (let y = 160; y < innerHeight - 100; y += 20) {
      const block = document.elementFromPoint(x, y)?.closest('[data-block], main p')
      if (block) found.add(block)
    }
    return [...found][nth]
  }
  const highlights = (): number =>
    [...CSS.highlights.entries()]
      .filter(([name]) => /yellow|red|green|blue|purple|magenta|orange|grey/.test(name))
      .reduce((sum, [, highlight]) => sum + [...highlight].filter(isShown).length, 0)
  const isShown = (range: AbstractRange): boolean => text()?.contains(range.startContainer) === true
  const scroller = (): Element => {
    let element = text()
    while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY))
      element = element.parentElement
    return element ?? document.documentElement
  }

  const probe: Probe = {
    armed: null,
    armMarked() {
      probe.armed = probe.marked()
    },
    armOpened(title, withMarks) {
      probe.armed = probe.opened(title, withMarks)
    },
    async opened(title, withMarks) {
      released = 0
      const shows = (): boolean =>
        released > 0 && text()?.ariaLabel === title && text()?.querySelector('[data-block], p') !== null
      const [words, marks] = await Promise.all([
        endOfFrame(shows),
        withMarks ? endOfFrame(() => shows() && highlights() > 0) : -1,
      ])
      return { text: words - released, marks: marks < 0 ? marks : marks - released }
    },
    scrolled(frames) {
      const view = scroller()
      const times: number[] = []
      return new Promise((done) => {
        let before = 0
        const step = (now: number): void => {
          if (before > 0) times.push(now - before)
          before = now
          view.scrollTop += Math.round(view.clientHeight / 3)
          if (times.length < frames) requestAnimationFrame(step)
          else done(times)
        }
        requestAnimationFrame(step)
      })
    },
    selectBlock(nth) {
      // At the end of a short text there are not many.
      const element = blockInView(nth) ?? blockInView(0)
      const words = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      if (!words) throw new Error(`No block ${nth} is in view.`)
      document.querySelector<HTMLElement>('[role="document"]')?.focus({ preventScroll: true })
      document.getSelection()?.setBaseAndExtent(words, 0, words, Math.min(40, words.nodeValue?.length ?? 0))
    },
    async marked() {
      const before = highlights()
      return (await endOfFrame(() => highlights() > before)) - pressed
    },
    startTyping() {
      typed = []
    },
    stopTyping() {
      return typed ?? []
    },
  }
  Object.assign(globalThis, { probe })
}
