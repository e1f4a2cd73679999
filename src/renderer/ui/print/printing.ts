import type { ReactNode } from 'react'
import { create } from 'zustand'

export interface Sheet {
  title: string
  content: ReactNode
}

/** What is being printed, until the printer's dialog is closed. */
export const usePrinting = create<{ sheet: Sheet | null }>(() => ({ sheet: null }))

/** Opens the system's print dialog on `content`, under `title`. */
export function printSheet(title: string, content: ReactNode): void {
  usePrinting.setState({ sheet: { title, content } })
}
