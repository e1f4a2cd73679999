import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { useWindow } from '#renderer/state/window.ts'
import {
  Button,
  IconButton,
  ListBox,
  ListBoxItem,
  Popover,
  PopoverTrigger,
  SearchField,
} from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import styles from './TimelineView.module.css'

/** More than anybody reads through: who looks for one among more types a word of it. */
const mostOffered = 200

/** Which claim's sources are marked, of those that the filter shows; and whether others are shown besides. */
export function ClaimPicker({
  claims,
  claim,
}: {
  claims: readonly ClaimSummary[]
  claim: ClaimSummary | null
}) {
  const { t } = useTranslation('timeline')
  const only = useTimelinePlace((state) => state.only)
  const [isOpen, setOpen] = useState(false)
  const choose = (id: string): void => {
    useTimelinePlace.setState({ claimId: id })
    useWindow.getState().select({ kind: 'claim', id })
    setOpen(false)
  }
  const clear = (): void => {
    useTimelinePlace.setState({ claimId: null })
    // Left selected, it would be chosen again the next time one comes here.
    if (useWindow.getState().selection?.kind === 'claim') useWindow.getState().select(null)
  }
  return (
    <div className={styles.picker}>
      <PopoverTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button size="small" className={styles.pick ?? ''} aria-label={t('pickLabel')}>
          <span className={styles.picked}>
            {claim ? t('claim', { number: claim.number, statement: claim.statement }) : t('pick')}
          </span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover label={t('pickLabel')} placement="bottom start">
          <Offered claims={claims} onChoose={choose} />
        </Popover>
      </PopoverTrigger>
      {claim && (
        <>
          <IconButton icon={X} size="small" label={t('unpick')} onPress={clear} />
          <label className={styles.only}>
            <input
              type="checkbox"
              checked={only}
              onChange={() => useTimelinePlace.setState({ only: !only })}
            />
            {t('only')}
          </label>
        </>
      )}
    </div>
  )
}

function Offered({ claims, onChoose }: { claims: readonly ClaimSummary[]; onChoose: (id: string) => void }) {
  const { t } = useTranslation('timeline')
  const [text, setText] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const words = text.split(/\s+/).filter(Boolean)
  const offered = claims
    .filter(({ number, statement }) => words.every((word) => contains(`C${number} ${statement}`, word)))
    .slice(0, mostOffered)
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.offered}>
        <SearchField label={t('findClaim')} autoFocus />
        <ListBox
          className={styles.offeredList ?? ''}
          aria-label={t('pickLabel')}
          items={offered}
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className={styles.quiet}>{t('noClaim')}</p>}
        >
          {(claim: ClaimSummary) => (
            <ListBoxItem id={claim.id} textValue={claim.statement}>
              {t('claim', { number: claim.number, statement: claim.statement })}
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </Autocomplete>
  )
}
