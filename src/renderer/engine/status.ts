import { create } from 'zustand'

/** How the line to the engine stands. `stopped` means that nobody is going to restart it. */
export type EngineStatus = 'connecting' | 'ready' | 'lost' | 'stopped'

export const useEngineStatus = create<{
  status: EngineStatus
  /** How many changes are on their way to the engine and not confirmed yet. */
  writing: number
}>(() => ({ status: 'connecting', writing: 0 }))
