import { useEffect } from 'react'
import { saveOpenEditors } from '../editor/openEditors.ts'

/**
 * Sends what was just typed when the page goes away: the window closes, or the tab is left or loaded again. Fields that
 * save when they are left are left; what is sent within the event still reaches the engine.
 */
export function useSaveOnLeave(): void {
  useEffect(() => {
    const leave = (): void => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void saveOpenEditors()
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [])
}
