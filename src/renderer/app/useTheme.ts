import { useEffect } from 'react'
import { useWindow } from '../state/window.ts'

/** Puts the chosen theme on the page, following the system's where that is the choice. */
export function useTheme(): void {
  const theme = useWindow((state) => state.theme)
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = (): void => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}
