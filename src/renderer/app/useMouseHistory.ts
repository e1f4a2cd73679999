import { useEffect } from 'react'
import { runCommand } from '../commands/registry.ts'

const commandOf: Record<number, 'go.back' | 'go.forward'> = { 3: 'go.back', 4: 'go.forward' }

/** Lets a mouse's back and forward buttons go back and forward here, and the browser around it stay where it is. */
export function useMouseHistory(): void {
  useEffect(() => {
    const keep = (event: MouseEvent): void => {
      if (commandOf[event.button]) event.preventDefault()
    }
    const go = (event: MouseEvent): void => {
      const command = commandOf[event.button]
      if (!command) return
      event.preventDefault()
      runCommand(command)
    }
    window.addEventListener('mousedown', keep)
    window.addEventListener('mouseup', go)
    return () => {
      window.removeEventListener('mousedown', keep)
      window.removeEventListener('mouseup', go)
    }
  }, [])
}
