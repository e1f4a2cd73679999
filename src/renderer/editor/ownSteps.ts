/** What an editor needs of the notebook's history. */
export interface NotebookHistory {
  /** The id of the step that an undo would take back; null where there is none. */
  latest(): number | null
  /** Takes the latest step back. Says whether that worked. */
  undo(): Promise<boolean>
}

/** One step that the editor's savings made, and the key of the content that stood before it. */
interface OwnStep {
  id: number
  before: string
}

/**
 * Keeps the editor's own undo and the notebook's history from running in circles. Words that are taken back inside the
 * editor would otherwise be saved as yet another step, and undoing that one would bring them back: so a saving that
 * only returns to where earlier savings started takes those back instead.
 */
export class OwnSteps {
  readonly #history: NotebookHistory
  #steps: OwnStep[] = []

  constructor(history: NotebookHistory) {
    this.#history = history
  }

  /** The steps that lead back to the content `key`, the latest first. Null unless they are the latest of all. */
  backTo(key: string): readonly OwnStep[] | null {
    const from = this.#steps.findLastIndex(({ before }) => before === key)
    const back = from < 0 ? [] : this.#steps.slice(from).reverse()
    const latest = this.#history.latest()
    const unbroken = back.every(({ id }, i) => latest !== null && id === latest - i)
    return back.length > 0 && unbroken ? back : null
  }

  /** Takes `back` out of the notebook's history. Says whether all of it went. */
  async takeBack(back: readonly OwnStep[]): Promise<boolean> {
    for (const { id } of back) {
      if (this.#history.latest() !== id || !(await this.#history.undo())) return false
      this.#steps.pop()
    }
    return true
  }

  /** Runs a saving of what followed on the content `before`, and remembers the step it made. */
  async record(before: string, save: () => unknown): Promise<void> {
    const earlier = this.#history.latest()
    await save()
    const id = this.#history.latest()
    // Savings in quick succession share a step. One that was not begun here goes back further than this editor knows.
    if (id !== null && id !== earlier) this.#steps.push({ id, before })
  }

  /** Forgets the steps, because the content came from elsewhere. */
  clear(): void {
    this.#steps = []
  }
}
