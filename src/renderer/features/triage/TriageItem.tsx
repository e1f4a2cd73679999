import { Check, Crosshair, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { WordDiff } from '#renderer/objects/WordDiff.tsx'
import { Button, Chip, ColourDot, classes } from '#renderer/ui/index.ts'
import { accept, deleteLost, moveByHand, show } from './actions.ts'
import { LostPlaces } from './LostPlaces.tsx'
import type { TriageRow } from './list.ts'
import styles from './Triage.module.css'

const tones = { exact: 'neutral', moved: 'neutral', changed: 'warn', lost: 'danger' } as const

interface ItemProps {
  row: TriageRow
  current: boolean
  /** Whether the keyboard is to be here. */
  focused: boolean
  onCurrent(): void
}

/** One annotation whose text changed, with what it was, what it is, and what can be decided. */
export function TriageItem({ row, current, focused, onCurrent }: ItemProps) {
  const { t } = useTranslation('triage')
  const item = useRef<HTMLLIElement>(null)
  const { annotation } = row
  useEffect(() => {
    if (!focused) return
    item.current?.focus({ preventScroll: true })
    item.current?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  return (
    <li
      ref={item}
      // The list is moved through with the arrows; its buttons are reached with Tab from there.
      tabIndex={current ? 0 : -1}
      className={classes(styles.item, current && styles.current)}
      aria-current={current}
      data-annotation={annotation.id}
      onFocus={onCurrent}
    >
      <div className={styles.state}>
        <Chip tone={tones[annotation.state]}>{t(`state.${annotation.state}`)}</Chip>
      </div>
      <div className={styles.content}>
        <Words row={row} />
        {annotation.commentText !== '' && (
          <p className={styles.comment} dir="auto">
            <ColourDot colour={annotation.colour} size={8} /> {annotation.commentText}
          </p>
        )}
        {annotation.state === 'lost' && <LostPlaces row={row} current={current} />}
        <Actions row={row} />
      </div>
    </li>
  )
}

/** The words with a little of what stands around them: around lost ones what stood there. */
function Words({ row: { annotation, oldQuote } }: { row: TriageRow }) {
  const { prefix, quote, suffix, state } = annotation
  return (
    <p className={styles.words} dir="auto">
      {prefix !== '' && <span className={styles.around}>…{prefix}</span>}
      {state === 'lost' && <del className={styles.gone}>{oldQuote}</del>}
      {state === 'changed' && <WordDiff before={oldQuote} after={quote} />}
      {(state === 'moved' || state === 'exact') && <mark className={styles.kept}>{quote}</mark>}
      {suffix !== '' && <span className={styles.around}>{suffix}…</span>}
    </p>
  )
}

function Actions({ row }: { row: TriageRow }) {
  const { t } = useTranslation('triage')
  const { state } = row.annotation
  return (
    <div className={styles.actions}>
      {state !== 'exact' && (
        <Button size="small" icon={Check} onPress={() => void accept([row])}>
          {state === 'lost' ? t('leave') : t('accept')}
        </Button>
      )}
      <Button size="small" icon={Crosshair} onPress={() => moveByHand(row)}>
        {t('move')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => show(row)}>
        {t('show')}
      </Button>
      {state === 'lost' && (
        <Button size="small" variant="quiet" icon={Trash2} onPress={() => void deleteLost(row)}>
          {t('delete')}
        </Button>
      )}
    </div>
  )
}
