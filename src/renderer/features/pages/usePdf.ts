import { useEffect, useState } from 'react'
import { engine } from '#renderer/engine/client.ts'
import { openPdf, type Pdf, type Trouble, troubleOf } from './pdf.ts'

export type Opening = { is: 'opening' } | { is: 'open'; pdf: Pdf } | { is: 'failed'; trouble: Trouble }

/** The original of a source as a PDF, open as long as the component is mounted; anew when `version` changes. */
export function usePdf(sourceId: string, version: string): Opening {
  const [opening, setOpening] = useState<Opening>({ is: 'opening' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when the original is another one
  useEffect(() => {
    let pdf: Pdf | null = null
    let left = false
    setOpening({ is: 'opening' })
    const open = async (): Promise<void> => {
      const original = engine.call('sources.original', { id: sourceId })
      const opened = await openPdf(original.then(({ bytes }) => bytes))
      if (left) return opened.close()
      pdf = opened
      setOpening({ is: 'open', pdf: opened })
    }
    open().catch((thrown) => {
      if (!left) setOpening({ is: 'failed', trouble: troubleOf(thrown) })
    })
    return () => {
      left = true
      pdf?.close()
    }
  }, [sourceId, version])
  return opening
}
