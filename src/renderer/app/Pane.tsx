import { lazy, Suspense, useEffect } from 'react'
import type { ObjectRef } from '#shared/model.ts'
import { FindBar } from '../features/find/index.ts'
import { WithPages } from '../features/pages/index.ts'
import { inHand } from '../state/panes.ts'
import type { PaneName } from '../state/readers.ts'
import { useWindow } from '../state/window.ts'
import { Spinner } from '../ui/index.ts'
import styles from './Pane.module.css'

const Reader = lazy(async () => ({ default: (await import('../features/reader/index.ts')).ReaderView }))
const Claims = lazy(async () => ({ default: (await import('../features/claims/index.ts')).ClaimsView }))
const Notes = lazy(async () => ({ default: (await import('../features/notes/index.ts')).NotesView }))

/** A source, a claim or a note, in the reading area or beside it. Keys are about the pane that had the focus last. */
export function Pane({ pane, object }: { pane: PaneName; object: ObjectRef }) {
  const holdsKeys = useWindow((state) => inHand(state) === pane)
  const { setPane } = useWindow.getState()
  const take = (): void => setPane(pane)
  return (
    <div
      className={styles.view}
      data-pane={pane}
      data-in-hand={holdsKeys || undefined}
      onPointerDownCapture={take}
      onFocusCapture={take}
    >
      {holdsKeys && object.kind === 'source' && <FindBar />}
      <div className={styles.text}>
        <Suspense fallback={<Spinner />}>
          {object.kind === 'source' && (
            <WithPages pane={pane} sourceId={object.id} inHand={holdsKeys}>
              <Reader pane={pane} sourceId={object.id} inHand={holdsKeys} />
            </WithPages>
          )}
          {object.kind === 'claim' && <ClaimAlone id={object.id} />}
          {object.kind === 'note' && <Notes noteId={object.id} />}
        </Suspense>
      </div>
    </div>
  )
}

/** A claim that is looked at is the selected one: its passages are marked in the texts beside it. */
function ClaimAlone({ id }: { id: string }) {
  useEffect(() => useWindow.getState().select({ kind: 'claim', id }), [id])
  return <Claims claimId={id} />
}
