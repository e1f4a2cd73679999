import { useRef } from 'react'

/** The last answer there was, for while a query is being typed that is none yet. `null` forgets it. */
export function useLastGood<Value>(value: Value | undefined | null): Value | undefined {
  const last = useRef<Value>(undefined)
  if (value === null) last.current = undefined
  else if (value !== undefined) last.current = value
  return last.current
}
