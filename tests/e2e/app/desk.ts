import { expect, type Locator, type Page } from '@playwright/test'
import type { ExportFormat } from '#shared/model.ts'
import type { Article } from '../../helpers/articles.ts'
import type { App } from './app.ts'
import { dropFiles } from './drop.ts'
import { selectWithMouse } from './selection.ts'

export type ViewName = 'Read' | 'Claims' | 'Matrix' | 'Graph' | 'Timeline' | 'Inbox' | 'Notes' | 'Annotations'

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

  /** The text of the source that stands open. */
  get text(): Locator {
    return this.page.getByRole('article').getByRole('document')
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
        // A text that was changed is mounted anew, and painted a moment later.
        .filter(({ startContainer }) => startContainer.isConnected)
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

  /** The words marked as flagged or as left out, in text order. */
  marked(how: 'flag' | 'excluded'): Promise<string[]> {
    return this.page.evaluate((name) => {
      const ranges = [...(CSS.highlights.get(`crossread-${name}`) ?? [])] as Range[]
      const words = ranges.map((range) => {
        const live = document.createRange()
        live.setStart(range.startContainer, range.startOffset)
        live.setEnd(range.endContainer, range.endOffset)
        return { live, text: live.toString() }
      })
      words.sort((a, b) => a.live.compareBoundaryPoints(Range.START_TO_START, b.live))
      return words.map(({ text }) => text)
    }, how)
  }

  /** The bar above the text that says what import noticed in it. */
  get flags(): Locator {
    return this.page.getByRole('region', { name: 'Flags' })
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

  /** The title of the source that stands open. */
  async openTitle(): Promise<string> {
    return ((await this.page.getByRole('heading', { level: 1 }).first().textContent()) ?? '').trim()
  }

  /** The titles of all sources in the list. */
  async titles(): Promise<string[]> {
    const names = await this.sources
      .getByRole('row')
      .evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ''))
    return names.filter((name) => name !== '')
  }

  /** Which of the titles an article was given: they begin alike. */
  titleOf(titles: string[], article: Article): string {
    const title = titles.find((candidate) => article.text.trimStart().startsWith(candidate.slice(0, 30)))
    if (title === undefined)
      throw new Error(`No source has a title like ${article.name}: ${titles.join(' | ')}`)
    return title
  }

  /** States a claim on the strength of the selected passage. */
  async stateClaim(statement: string): Promise<void> {
    await this.press('c')
    const dialog = this.page.getByRole('dialog', { name: 'New claim' })
    await dialog.getByRole('textbox', { name: 'Statement' }).fill(statement)
    await dialog.getByRole('button', { name: 'Create claim' }).click()
    await expect(dialog).toBeHidden()
  }

  /** Links the selected passage to a claim that is found by its words. */
  async linkToClaim(relation: string, words: string): Promise<void> {
    await this.press('l')
    const dialog = this.page.getByRole('dialog', { name: 'Link to a claim' })
    await dialog.getByRole('button', { name: 'How the passage bears on the claim' }).click()
    await this.page.getByRole('option', { name: relation }).click()
    await dialog.getByRole('searchbox', { name: 'Find a claim, a passage, a source…' }).fill(words)
    await dialog.getByRole('option', { name: words }).click()
    await expect(dialog).toBeHidden()
  }

  /** Starts a note and names it. */
  async newNote(title: string): Promise<void> {
    await this.openView('Notes')
    await this.page.getByRole('button', { name: 'New note' }).first().click()
    await this.page.getByRole('textbox', { name: 'Title' }).fill(title)
  }

  get noteText(): Locator {
    return this.page.getByRole('textbox', { name: 'Note', exact: true })
  }

  /** Puts the quote of an annotation, found by its words, into the open note. */
  async insertQuote(words: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Insert quote' }).click()
    const picker = this.page.getByRole('dialog', { name: 'Insert quote' })
    await picker.getByRole('searchbox').fill(words.slice(0, 30))
    await picker.getByRole('option').first().click()
    await expect(this.noteText.getByRole('blockquote')).toBeVisible()
  }

  /** Opens the export's dialog from the menu and confirms it. */
  async exportAs(format: ExportFormat): Promise<void> {
    await this.#app.menu(`export.${format}`)
    await this.page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click()
  }

  /** Waits until everything typed has reached the notebook. */
  async saved(): Promise<void> {
    // Editors wait for a pause in the typing before they write at all.
    await this.page.waitForTimeout(600)
    await expect(this.page.getByRole('contentinfo')).toContainText('Saved')
  }
}
