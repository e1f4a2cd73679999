import { type ObjectRef, objectKinds } from '#shared/model.ts'
import { useLayouts } from '../state/layouts.ts'
import { type MatrixShown, matrixShown, readMatrixShown } from '../state/matrixShown.ts'
import { type PagesShown, pagesShown, readPagesShown } from '../state/pages.ts'
import { readScope, scopeShown } from '../state/scope.ts'
import { readSearchShown, type SearchShown, searchShown } from '../state/searchShown.ts'
import { useSidePanel } from '../state/sidePanel.ts'
import { type Tab, tabIndex } from '../state/tabs.ts'
import { type Start, useWindow, views } from '../state/window.ts'

type Fields = Record<string, unknown>

/** What a notebook keeps of its window, and what was understood of it when it is opened again. */
export interface Remembered extends Start {
  layouts: Record<string, string>
  sideTab: string | null
  search: SearchShown
  matrix: MatrixShown
  pages: PagesShown
  scope: ReturnType<typeof scopeShown>
  preferences: { fontSize?: number; sidebar?: boolean; margin?: boolean }
}

/** The window as it stands, as JSON. The comparison is left: one comes back to what was read. */
export function toRemember() {
  const { view, object, claimId, noteId, tabs, beside, together, fontSize, sidebar, margin } =
    useWindow.getState()
  return {
    view,
    object: object && plain(object),
    claimId,
    noteId,
    tabs: tabs.open.map((tab) => ({ ...plain(tab.object), own: tab.own })),
    beside: beside && plain(beside),
    together,
    layouts: { ...useLayouts.getState().sizes },
    sideTab: useSidePanel.getState().tab,
    search: { ...searchShown() },
    matrix: rememberedMatrix(),
    pages: { ...pagesShown() },
    scope: scopeShown(),
    preferences: { fontSize, sidebar, margin },
  }
}

function rememberedMatrix() {
  const { opened, ...shown } = matrixShown()
  return { ...shown, opened: [...opened] }
}

function plain({ kind, id }: ObjectRef) {
  return { kind, id }
}

/** What was stored, as far as it can be understood and `stands` says that the object is still there. */
export function readRemembered(value: unknown, stands: (object: ObjectRef) => boolean): Remembered {
  const stored = fieldsOf(value)
  const standing = (candidate: unknown): ObjectRef | null => {
    const object = readRef(candidate)
    return object && stands(object) ? object : null
  }
  const id = (name: string): string | null => (typeof stored[name] === 'string' ? stored[name] : null)
  const open = (Array.isArray(stored.tabs) ? stored.tabs : []).flatMap((tab): Tab[] => {
    const object = standing(tab)
    return object ? [{ object, own: fieldsOf(tab).own === true }] : []
  })
  // Notebooks of earlier versions knew one open source.
  const object = standing(stored.object) ?? standing({ kind: 'source', id: stored.sourceId })
  const known = tabIndex({ open, closed: [] }, object) >= 0
  return {
    place: {
      view: [...views, 'search' as const].find((view) => view === stored.view) ?? 'read',
      object: object ?? open[0]?.object ?? null,
      claimId: id('claimId'),
      noteId: id('noteId'),
    },
    tabs: { open: object && !known ? [...open, { object, own: false }] : open, closed: [] },
    beside: standing(stored.beside),
    together: stored.together === true,
    layouts: Object.fromEntries(
      Object.entries(fieldsOf(stored.layouts)).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    sideTab: id('sideTab'),
    search: readSearchShown(stored.search),
    matrix: readMatrixShown(stored.matrix),
    pages: readPagesShown(stored.pages),
    scope: readScope(stored.scope),
    preferences: readPreferences(fieldsOf(stored.preferences)),
  }
}

function readPreferences({ fontSize, sidebar, margin }: Fields): Remembered['preferences'] {
  return {
    ...(typeof fontSize === 'number' && { fontSize }),
    ...(typeof sidebar === 'boolean' && { sidebar }),
    ...(typeof margin === 'boolean' && { margin }),
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function readRef(value: unknown): ObjectRef | null {
  const { kind, id } = fieldsOf(value)
  const known = objectKinds.find((name) => name === kind)
  return known && typeof id === 'string' ? { kind: known, id } : null
}
