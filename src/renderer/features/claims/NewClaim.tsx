import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import styles from './ClaimList.module.css'

/** A line to state a new claim in: Enter adds it and opens it, Escape or leaving it empty gives up. */
export function NewClaim({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const openClaim = useWindow((state) => state.openClaim)
  const [statement, setStatement] = useState('')
  const add = async (): Promise<void> => {
    if (statement.trim() === '') return onDone()
    const claim = await write('claims.create', { statement })
    if (!claim) return
    onDone()
    openClaim(claim.id)
  }
  return (
    <textarea
      className={styles.newClaim}
      // The person just asked for this field.
      ref={(field) => field?.focus()}
      rows={2}
      value={statement}
      placeholder={t('newClaimHint')}
      aria-label={t('newClaim')}
      onChange={({ target }) => setStatement(target.value)}
      onBlur={() => statement.trim() === '' && onDone()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onDone()
        if (event.key !== 'Enter') return
        event.preventDefault()
        void add()
      }}
    />
  )
}
