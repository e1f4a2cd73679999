import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'
import { dropFiles } from './drop.ts'
import { selectWithMouse } from './selection.ts'

export type ViewName = 'Read' | 'Claims' | 'Matrix' | 'Graph' | 'Timeline' | 'Inbox' | 'Notes'

/** What a person does at the window, in their own terms. Everything is found by role and name. */
export class Desk {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** The window in hand: asked for each time, since a restart makes a new one. */
  get page(): Page {
    return this.#app.page
  }

  get sources(): Locator {
    return this.page.getByRole('grid', { name: 'Sources' })
  }

  source(title: string): Locator {
    return this.sources.getByRole('row', { name: title })
  }

  get annotations(): Locator {
    return this.page.getByRole('list', { name: 'Annotations' }).getByRole('listitem')
  }

  /** The words of the highlights painted over the open text, in text order. They are no elements: the browser is asked. */
  painted(): Promise<string[]> {
    return this.page.evaluate(() => {
      const ranges = [...CSS.highlights.entries()]
        .filter(([name]) => /yellow|red|green|blue|purple|magenta|orange|grey/.test(name))
        .flatMap(([, highlight]) => [...highlight] as Range[])
      const words = ranges.map((range) => {
        const live = document.createRange()
        live.setStart(range.startContainer, range.startOffset)
        live.setEnd(range.endContainer, range.endOffset)
        return { live, text: live.toString() }
      })
      words.sort((a, b) => a.live.compareBoundaryPoints(Range.START_TO_START, b.live))
      return words.map(({ text }) => text)
    })
  }

  async openView(name: ViewName): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click()
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample notebook' }).click()
    await expect(this.sources.getByRole('row').nth(5)).toBeVisible()
  }

  /** Imports by the dialog of an empty notebook, and closes the report. */
  async importByDialog(paths: string[]): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Import documents…' }).first()
    await this.#app.chooseFiles(paths, () => button.click())
    await this.closeReport()
  }

  drop(paths: string[]): Promise<void> {
    return dropFiles(this.page, paths)
  }

  get report(): Locator {
    return this.page.getByRole('dialog', { name: 'Import report' })
  }

  async closeReport(): Promise<void> {
    await this.report.getByRole('button', { name: 'Close' }).last().click()
    await expect(this.report).toBeHidden()
  }

  async open(title: string): Promise<void> {
    await this.openView('Read')
    await this.source(title).click()
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  select(text: string): Promise<void> {
    return selectWithMouse(this.page, text)
  }

  /** Presses a key of a command, such as `ControlOrMeta+z`. */
  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys)
  }

  get search(): Locator {
    return this.page.getByRole('combobox', { name: 'Search everything' })
  }

  get results(): Locator {
    return this.page.getByRole('listbox', { name: 'Results' })
  }
}
