import { type ComponentType, lazy, Suspense } from 'react'
import { useWindow, type View } from '../state/window.ts'
import { Spinner } from '../ui/index.ts'

/** Each view is loaded when it is first opened. */
const loaded: Record<View, ComponentType> = {
  read: lazy(async () => ({ default: (await import('./ReadView.tsx')).ReadView })),
  claims: lazy(async () => ({ default: (await import('../features/claims/index.ts')).ClaimsView })),
  matrix: lazy(async () => ({ default: (await import('../features/matrix/index.ts')).MatrixView })),
  graph: lazy(async () => ({ default: (await import('../features/graph/index.ts')).GraphView })),
  timeline: lazy(async () => ({ default: (await import('../features/timeline/index.ts')).TimelineView })),
  annotations: lazy(async () => ({
    default: (await import('../features/annotationTable/index.ts')).AnnotationTable,
  })),
  inbox: lazy(async () => ({ default: (await import('../features/inbox/index.ts')).InboxView })),
  notes: lazy(async () => ({ default: (await import('../features/notes/index.ts')).NotesView })),
  search: lazy(async () => ({ default: (await import('../features/search/SearchView.tsx')).SearchView })),
  comparison: lazy(async () => ({
    default: (await import('../features/comparison/index.ts')).ComparisonView,
  })),
}

/** The view that the tabs of the top bar chose. */
export function CurrentView() {
  const view = useWindow((state) => state.view)
  const View = loaded[view]
  return (
    <Suspense fallback={<Spinner />}>
      <View />
    </Suspense>
  )
}
