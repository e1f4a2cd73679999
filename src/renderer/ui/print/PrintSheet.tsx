import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import styles from './PrintSheet.module.css'
import { usePrinting } from './printing.ts'

/** Beside the window's own page: on paper only this is seen. */
export function PrintSheet() {
  const sheet = usePrinting((state) => state.sheet)
  useEffect(() => {
    if (sheet === null) return
    const done = (): void => usePrinting.setState({ sheet: null })
    // A sheet that took this one's place while its pictures were read is printed instead.
    let wanted = true
    window.addEventListener('afterprint', done)
    void imagesDrawn().then(() => wanted && window.print())
    return () => {
      wanted = false
      window.removeEventListener('afterprint', done)
    }
  }, [sheet])
  if (sheet === null) return null
  return createPortal(
    <article className={styles.sheet} data-print-sheet>
      <h1 className={styles.title}>{sheet.title}</h1>
      {sheet.content}
    </article>,
    document.body,
  )
}

/** The dialog takes the page as it is at that moment; a picture that is not read yet would be missing. */
async function imagesDrawn(): Promise<void> {
  const images = [...document.querySelectorAll<HTMLImageElement>('[data-print-sheet] img')]
  // One that cannot be read leaves its gap; the rest is printed all the same.
  await Promise.allSettled(images.map((image) => image.decode()))
}
