import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Colour } from '#shared/model.ts'

/** What of an annotation is being edited in the list beside the text. */
export interface Editing {
  annotationId: string
  part: 'comment' | 'tags'
}

/** A passage that a dialog is about. */
export interface PassageInHand {
  sourceId: string
  start: number
  end: number
  text: string
}

/** A passage that is painted as the annotation that it is going to be, until the notebook has it. */
export interface Pending {
  sourceId: string
  start: number
  end: number
  colour: Colour
  /** Whether the notebook has it: then the list that is shown next holds it. */
  stored: boolean
}

interface Annotating {
  /** The colour used last: what the next highlight gets. */
  colour: Colour
  editing: Editing | null
  pending: Pending | null
  /** The passage an open dialog is about: it stays marked while the dialog has the focus. */
  passage: PassageInHand | null
  /** Annotations chosen in a list to do one thing with all of them. While there are any, keys such as `1` mean them. */
  chosen: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** What the text and the list beside it agree on while one annotates. Only the colour outlives the window. */
export const useAnnotating = create<Annotating>()(
  persist(
    () => ({ colour: 'yellow', editing: null, pending: null, passage: null, chosen: nothing }) as Annotating,
    {
      name: 'crossread:annotating',
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ colour }) => ({ colour }) as Annotating,
    },
  ),
)

/** Lets go of all chosen annotations. */
export function chooseNone(): void {
  if (useAnnotating.getState().chosen.size > 0) useAnnotating.setState({ chosen: nothing })
}
