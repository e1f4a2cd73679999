import { FileX } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaneName } from '#renderer/state/readers.ts'
import { EmptyState, Spinner } from '#renderer/ui/index.ts'
import type { Source } from '#shared/model.ts'
import type { PageSize } from './layout.ts'
import { PageBar } from './PageBar.tsx'
import { PageList } from './PageList.tsx'
import styles from './Pages.module.css'
import { PageTexts } from './PageTexts.ts'
import { type Pdf, type Trouble, troubleOf } from './pdf.ts'
import { usePdf } from './usePdf.ts'

interface PagesProps {
  source: Source
  pane: PaneName
  /** The element that holds the text and the pages. */
  around: RefObject<HTMLElement | null>
}

/** The pages of a PDF as they look, beside the text that was read from them. */
export function Pages({ source, pane, around }: PagesProps) {
  const { t } = useTranslation('pages')
  // A text that is corrected by hand leaves the original as it was.
  const opening = usePdf(source.id, source.corrected ? 'corrected' : source.textHash)
  const first = useFirstSize(opening.is === 'open' ? opening.pdf : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash says when the text is another one
  const texts = useMemo(
    () => (opening.is === 'open' ? new PageTexts(opening.pdf, source) : null),
    [opening, source.id, source.textHash],
  )
  const trouble = opening.is === 'failed' ? opening.trouble : first.trouble
  return (
    <section className={styles.pane} aria-label={t('pane')}>
      {opening.is === 'open' && texts && first.size ? (
        <PageList pdf={opening.pdf} texts={texts} firstSize={first.size} pane={pane} around={around} />
      ) : (
        <>
          <PageBar page={0} count={0} zoom={1} onPage={() => undefined} />
          {trouble ? (
            <EmptyState icon={FileX} title={t('trouble.title')} text={t(`trouble.${trouble}`)} />
          ) : (
            <Spinner />
          )}
        </>
      )}
    </section>
  )
}

interface First {
  size: PageSize | null
  trouble: Trouble | null
}

/** The size of the first page, which the others are taken to have until they are looked at. */
function useFirstSize(pdf: Pdf | null): First {
  const [first, setFirst] = useState<First>({ size: null, trouble: null })
  useEffect(() => {
    setFirst({ size: null, trouble: null })
    let left = false
    pdf?.page(1).then(
      (page) => {
        const { width, height } = page.getViewport({ scale: 1 })
        if (!left) setFirst({ size: { width, height }, trouble: null })
      },
      (thrown) => {
        if (!left) setFirst({ size: null, trouble: troubleOf(thrown) })
      },
    )
    return () => {
      left = true
    }
  }, [pdf])
  return first
}
