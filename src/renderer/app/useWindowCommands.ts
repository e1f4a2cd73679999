import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { useCommand } from '../commands/registry.ts'
import { newNote } from '../objects/newNote.ts'
import { readState, setProgress, useProgress } from '../state/progress.ts'
import { showBesideSource } from '../state/sidePanel.ts'
import { stateClaim } from '../state/stating.ts'
import { themes, useWindow } from '../state/window.ts'
import { goToView } from './goToView.ts'
import { usePaneCommands } from './paneCommands.ts'
import { useTabCommands } from './tabs/tabCommands.ts'

export const smallestText = 13
export const largestText = 28

/** Binds the commands that concern the window alone. */
export function useWindowCommands(): void {
  const { setPreferences, back, forward } = useWindow.getState()
  const { sidebar, margin, blockNumbers, fontSize, theme, view, trail, sourceId } = useWindow(
    useShallow(({ sidebar, margin, blockNumbers, fontSize, theme, view, trail, sourceId }) => ({
      sidebar,
      margin,
      blockNumbers,
      fontSize,
      theme,
      view,
      trail,
      sourceId,
    })),
  )
  useCommand('view.read', () => goToView('read'))
  useCommand('view.claims', () => goToView('claims'))
  useCommand('view.matrix', () => goToView('matrix'))
  useCommand('view.graph', () => goToView('graph'))
  useCommand('view.timeline', () => goToView('timeline'))
  useCommand('view.inbox', () => goToView('inbox'))
  useCommand('view.notes', () => goToView('notes'))
  useCommand('view.annotations', () => goToView('annotations'))
  useCommand('view.sidebar', () => setPreferences({ sidebar: !sidebar }))
  useCommand('view.margin', () => setPreferences({ margin: !margin }), { enabled: view === 'read' })
  useCommand('view.theme', () =>
    setPreferences({ theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system' }),
  )
  useCommand('view.larger', () => setPreferences({ fontSize: fontSize + 1 }), {
    enabled: fontSize < largestText,
  })
  useCommand('view.smaller', () => setPreferences({ fontSize: fontSize - 1 }), {
    enabled: fontSize > smallestText,
  })
  useCommand('view.blockNumbers', () => setPreferences({ blockNumbers: !blockNumbers }))
  useCommand('claim.new', stateClaim)
  useCommand('note.new', () => void newNote())
  useCommand('go.back', back, { enabled: trail.past.length > 0 })
  useCommand('go.forward', forward, { enabled: trail.future.length > 0 })
  useCommand('go.contents', showContents, { enabled: sourceId !== null })
  useTabCommands()
  usePaneCommands()
  useReadState(sourceId)
}

/** Opens the table of contents and gives it the keyboard. */
function showContents(): void {
  showBesideSource('contents')
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-current="location"]')?.focus())
}

function useReadState(sourceId: string | null): void {
  const { t } = useTranslation('app')
  const share = useProgress(({ of }) => (sourceId === null ? undefined : of[sourceId]))
  const read = readState(share) === 'read'
  useCommand('sources.read', () => sourceId !== null && setProgress(sourceId, read ? 0 : 1), {
    enabled: sourceId !== null,
    title: t(read ? 'markUnread' : 'markRead'),
  })
}
