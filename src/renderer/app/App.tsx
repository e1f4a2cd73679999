import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useKeys, useNativeMenu } from '../commands/useKeys.ts'
import { queryClient, useEngineEvents } from '../engine/queries.ts'
import { ChooseOther } from '../features/comparison/ChooseOther.tsx'
import { ExportDialog } from '../features/export/index.ts'
import { Flags } from '../features/flags/index.ts'
import { History } from '../features/history/index.ts'
import { Importing } from '../features/import/index.ts'
import { LinkCommand, LinkDrop } from '../features/links/index.ts'
import { Origins } from '../features/origins/index.ts'
import { Palette } from '../features/palette/index.ts'
import { Relations } from '../features/relations/index.ts'
import { TextChanges } from '../features/textChange/index.ts'
import { Triage } from '../features/triage/index.ts'
import { ColourNames } from '../objects/annotations/ColourNames.tsx'
import { useWindow } from '../state/window.ts'
import { PrintSheet } from '../ui/print/index.ts'
import { Toasts } from '../ui/Toasts.tsx'
import styles from './App.module.css'
import { EngineBanner } from './EngineBanner.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useMouseHistory } from './useMouseHistory.ts'
import { useSaveOnLeave } from './useSaveOnLeave.ts'
import { useTheme } from './useTheme.ts'
import { useWindowCommands } from './useWindowCommands.ts'
import { Workspace } from './Workspace.tsx'

const SelectedClaim = lazy(async () => ({
  default: (await import('../features/claims/index.ts')).SelectedClaim,
}))

/** The whole window. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Frame />
    </QueryClientProvider>
  )
}

function Frame() {
  return (
    <div className={styles.frame}>
      <TopBar />
      <EngineBanner />
      <Triage />
      <Workspace />
      <StatusBar />
      <Importing />
      <Flags />
      <ChooseOther />
      <TextChanges />
      <ExportDialog />
      <History />
      <Palette />
      <LinkDrop />
      <LinkCommand />
      <Relations />
      <Origins />
      <AboutClaim />
      <ColourNames />
      <Toasts />
      <PrintSheet />
      <Wiring />
    </div>
  )
}

/** What the window does that cannot be seen. Apart, so that a change of where one is draws only what shows it. */
function Wiring() {
  useEngineEvents()
  useTheme()
  useWindowCommands()
  useNativeMenu()
  useKeys()
  useSaveOnLeave()
  useMouseHistory()
  return null
}

/** What can be done with a selected claim is loaded with the first one. */
function AboutClaim() {
  const any = useWindow(({ selection }) => selection?.kind === 'claim')
  return (
    any && (
      <Suspense>
        <SelectedClaim />
      </Suspense>
    )
  )
}
