import { ArrowLeftRight, ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Switch } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { keysOf, runCommand, useCommand } from '#renderer/commands/registry.ts'
import { formatPercent } from '#renderer/objects/numbers.ts'
import { OriginButton } from '#renderer/objects/OriginButton.tsx'
import { useWindow } from '#renderer/state/window.ts'
import { Chip, classes, IconButton } from '#renderer/ui/index.ts'
import type { SourceSummary, TextComparison } from '#shared/model.ts'
import { ComparedRow, SourceHead } from './ComparedRow.tsx'
import styles from './Comparison.module.css'
import { differences, placeBeside, shownRows } from './rows.ts'

interface SideBySideProps {
  comparison: TextComparison
  left: SourceSummary
  right: SourceSummary
}

/** The rows of a comparison, which scroll as one, and the steps from difference to difference. */
export function SideBySide({ comparison, left, right }: SideBySideProps) {
  const { t, i18n } = useTranslation('comparison')
  const [onlyDifferences, setOnlyDifferences] = useState(false)
  const [at, setAt] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => shownRows(comparison.rows, onlyDifferences), [comparison, onlyDifferences])
  const places = useMemo(() => differences(rows), [rows])
  const step = (by: 1 | -1): void => {
    const next = placeBeside(places, at, by)
    if (next === null) return
    setAt(next)
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)
    row?.scrollIntoView({ block: 'center' })
    // The rows on the way take their real height only once they have been in view.
    requestAnimationFrame(() => row?.scrollIntoView({ block: 'center' }))
    row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }
  const enabled = places.length > 0
  useCommand('comparison.next', () => step(1), { enabled })
  useCommand('comparison.previous', () => step(-1), { enabled })
  const position = places.indexOf(at) + 1
  return (
    <section className={styles.view} aria-label={t('label')}>
      <header className={styles.bar}>
        <h1 className={styles.percent}>
          {t('similarity', { percent: formatPercent(comparison.similarity, i18n.language) })}
        </h1>
        {left.originId === right.originId && <Chip>{t('sameOrigin')}</Chip>}
        <OriginButton sourceId={left.id} otherId={right.id} same={left.originId === right.originId} />
        <span className={styles.gap} />
        <Switch
          className={styles.switch ?? ''}
          isSelected={onlyDifferences}
          onChange={(on) => {
            setOnlyDifferences(on)
            setAt(-1)
          }}
        >
          <span>{t('onlyDifferences')}</span>
          <span className={styles.track} aria-hidden />
        </Switch>
        <span className={styles.count} aria-live="polite">
          {position > 0
            ? t('position', { at: position, count: places.length })
            : t('differences', { count: places.length })}
        </span>
        <IconButton
          icon={ChevronUp}
          label={t('previous')}
          keys={keysOf('comparison.previous')[0]}
          isDisabled={!enabled}
          onPress={() => runCommand('comparison.previous')}
        />
        <IconButton
          icon={ChevronDown}
          label={t('next')}
          keys={keysOf('comparison.next')[0]}
          isDisabled={!enabled}
          onPress={() => runCommand('comparison.next')}
        />
        <IconButton
          icon={ArrowLeftRight}
          label={t('swap')}
          onPress={() => useWindow.getState().openComparison(right.id, left.id)}
        />
      </header>
      <div className={classes(styles.heads, styles.row)}>
        <SourceHead source={left} />
        <SourceHead source={right} />
      </div>
      <div ref={list} className={styles.rows}>
        {rows.map((row, index) =>
          row.kind === 'same' ? (
            <p key={row.key} className={styles.folded}>
              {t('unchanged', { count: row.count })}
            </p>
          ) : (
            <ComparedRow
              key={row.key}
              row={row}
              index={index}
              current={index === at}
              leftId={left.id}
              rightId={right.id}
            />
          ),
        )}
      </div>
    </section>
  )
}
