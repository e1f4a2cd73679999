import { create } from 'zustand'

export interface ToastAction {
  label: string
  run(): void
}
export interface ToastOptions {
  action?: ToastAction
  /** A second button, after the action. */
  more?: ToastAction
  tone?: 'plain' | 'danger'
  /** Takes the place of an earlier toast on the same topic. */
  topic?: string
}
export interface ToastEntry extends ToastOptions {
  id: number
  message: string
}

const shownMs = 6_000
/** One can act on it, or has to read it: it stays longer. */
const shownLongerMs = 10_000
const most = 3

let lastId = 0

export const useToasts = create<{ toasts: readonly ToastEntry[] }>(() => ({ toasts: [] }))

/** Says something in the window's corner for a few seconds. Returns how to take it back. */
export function toast(message: string, options: ToastOptions = {}): () => void {
  lastId += 1
  const id = lastId
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter(({ topic }) => topic === undefined || topic !== options.topic)
    return { toasts: [...others, { id, message, ...options }].slice(-most) }
  })
  const timer = setTimeout(dismiss, options.action || options.tone === 'danger' ? shownLongerMs : shownMs)
  function dismiss(): void {
    clearTimeout(timer)
    dismissToast(id)
  }
  return dismiss
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }))
}
