import { byText, withFresh } from '#renderer/engine/freshLists.ts'
import { queryClient, write } from '#renderer/engine/queries.ts'
import { excludePassage } from '#renderer/objects/flags.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import type { Passage } from '#renderer/state/selection.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation, Colour } from '#shared/model.ts'

/** The annotation that is just being made: a key pressed meanwhile speaks of it, not of a second one on the same words. */
let making: { passage: Passage | null; made: Promise<Annotation | null> } | null = null

/**
 * Annotates the selected passage, selects the annotation and lets the text selection go; the caret stays at its end, where
 * the keyboard goes on. The words look annotated at once, and as before where that is refused. Null where there is none.
 */
export function annotatePassage(colour = useAnnotating.getState().colour): Promise<Annotation | null> {
  const { passage } = useWindow.getState()
  if (making && (passage === null || passage === making.passage)) return making.made
  // Other words were selected while the first are being stored: they are next.
  const before = making?.made ?? Promise.resolve(null)
  const made = before.then(() => annotate(passage, colour))
  const own = { passage, made }
  making = own
  void made.finally(() => {
    if (making === own) making = null
  })
  return made
}

async function annotate(passage: Passage | null, colour: Colour): Promise<Annotation | null> {
  if (!passage) return null
  const { select } = useWindow.getState()
  const { sourceId, start, end } = passage
  const asked = write('annotations.create', { sourceId, start, end, colour })
  const pending = { sourceId, start, end, colour, stored: false }
  useAnnotating.setState({ pending })
  const selectAgain = letSelectionGo()
  const made = await asked
  if (!made) {
    useAnnotating.setState({ pending: null })
    const { passage: now } = useWindow.getState()
    if (now === null || now === passage) selectAgain()
    return null
  }
  showAtOnce(made)
  useAnnotating.setState({ colour, pending: { ...pending, stored: true } })
  if (useWindow.getState().passage === passage) useWindow.getState().setPassage(null)
  select({ kind: 'annotation', id: made.id })
  return made
}

/** Leaves the caret at the end of what is selected in the window. Gives back how to select the same again. */
function letSelectionGo(): () => void {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return () => undefined
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  selection.collapseToEnd()
  return () => {
    if (anchorNode?.isConnected && focusNode?.isConnected)
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
  }
}

/** Adds a new annotation to the list that the window holds, which what follows from the change would do a moment later. */
function showAtOnce(made: Annotation): void {
  queryClient.setQueryData<Annotation[]>(['annotations.list', { sourceId: made.sourceId }], (known) => {
    return known && withFresh(known, [made.id], [made], byText)
  })
}

/** The colour for the selected passage, or for the selected annotation where no text is selected. */
export async function setColour(colour: Colour): Promise<void> {
  await making?.made
  const { passage, selection } = useWindow.getState()
  if (passage) {
    await annotatePassage(colour)
  } else if (selection?.kind === 'annotation') {
    useAnnotating.setState({ colour })
    await write('annotations.update', { id: selection.id, colour })
  }
}

/** Opens the comment or the tags of the selected passage or annotation, annotating the passage first. */
export async function edit(part: 'comment' | 'tags'): Promise<void> {
  await making?.made
  const { passage, selection, setPreferences } = useWindow.getState()
  const annotationId = passage ? (await annotatePassage())?.id : selection?.id
  if (annotationId === undefined) return
  setPreferences({ margin: true })
  useAnnotating.setState({ editing: { annotationId, part } })
}

/** Leaves the selected passage out of search, comparison and export, and lets the text selection go. */
export async function exclude(): Promise<void> {
  const { passage } = useWindow.getState()
  if (!passage) return
  document.getSelection()?.collapseToEnd()
  await excludePassage(passage.sourceId, passage.start, passage.end)
}

/** Gives the keyboard back to the text one reads, without moving it. */
function focusText(): void {
  const inHand = document.querySelector<HTMLElement>('[data-in-hand] [role="document"]')
  const text = inHand ?? document.querySelector<HTMLElement>('[role="document"]')
  text?.focus({ preventScroll: true })
}

/** Deletes the selected annotation; `message` says so, beside a button that undoes it. */
export async function deleteSelected(message: string): Promise<void> {
  const { selection, select } = useWindow.getState()
  if (selection?.kind !== 'annotation') return
  const done = await write('annotations.delete', { id: selection.id })
  if (!done) return
  select(null)
  // What was deleted may have held the focus.
  if (document.activeElement === document.body) focusText()
  await offerUndo(message)
}
