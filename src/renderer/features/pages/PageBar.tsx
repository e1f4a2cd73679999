import { ChevronDown, ChevronUp, Minus, MoveHorizontal, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { keysOf } from '#renderer/commands/registry.ts'
import { formatPercent } from '#renderer/objects/numbers.ts'
import { usePages } from '#renderer/state/pages.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { largestZoom, smallestZoom, zoomStep } from './layout.ts'
import styles from './Pages.module.css'

interface PageBarProps {
  /** The page one looks at, counted from 1; 0 before there is one. */
  page: number
  count: number
  /** How large it is shown, 1 for its size on paper. */
  zoom: number
  onPage(page: number): void
}

/** Above the pages: which of them one looks at, how large, and the way out. */
export function PageBar({ page, count, zoom, onPage }: PageBarProps) {
  const { t, i18n } = useTranslation('pages')
  const wide = usePages((state) => state.zoom === 'width')
  const step = (by: 1 | -1): void => {
    usePages.setState({ zoom: zoomStep(zoom, by) })
  }
  const open = count > 0
  return (
    <header className={styles.bar}>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={t('previous')}
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label={t('next')}
        isDisabled={page >= count}
        onPress={() => onPage(page + 1)}
      />
      {open && <PageBox key={page} page={page} count={count} onPage={onPage} />}
      <span className={styles.space} />
      <IconButton
        icon={Minus}
        size="small"
        label={t('smaller')}
        isDisabled={!open || zoom <= smallestZoom * 1.03}
        onPress={() => step(-1)}
      />
      {open && <span className={styles.zoom}>{formatPercent(zoom, i18n.language)}</span>}
      <IconButton
        icon={Plus}
        size="small"
        label={t('larger')}
        isDisabled={!open || zoom >= largestZoom * 0.97}
        onPress={() => step(1)}
      />
      <IconButton
        icon={MoveHorizontal}
        size="small"
        label={t('fitWidth')}
        pressed={wide}
        onPress={() => usePages.setState({ zoom: wide ? zoom : 'width' })}
      />
      <IconButton
        icon={X}
        size="small"
        label={t('close')}
        keys={keysOf('view.pages')[0]}
        onPress={() => usePages.setState({ shown: false })}
      />
    </header>
  )
}

function PageBox({ page, count, onPage }: Omit<PageBarProps, 'zoom'>) {
  const { t } = useTranslation('pages')
  const [written, setWritten] = useState(String(page))
  const go = (): void => {
    const wanted = Number.parseInt(written, 10)
    if (wanted >= 1 && wanted <= count && wanted !== page) onPage(wanted)
    else setWritten(String(page))
  }
  return (
    <span className={styles.number}>
      <TextField aria-label={t('number')} value={written} onChange={setWritten} onBlur={go}>
        <Input
          className={styles.box ?? ''}
          inputMode="numeric"
          size={String(count).length}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => event.key === 'Enter' && go()}
        />
      </TextField>
      {t('of', { count })}
    </span>
  )
}
