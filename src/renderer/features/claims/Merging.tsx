import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, Chip, Dialog, TextField } from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import { useListState } from './listState.ts'
import styles from './Merging.module.css'

/** Binds the command that makes one claim of those that are chosen, or of the open one and others that are added. */
export function Merging({ claims }: { claims: ClaimSummary[] }) {
  const [asked, setAsked] = useState<string[] | null>(null)
  useCommand('claims.merge', () => setAsked(claims.map(({ id }) => id)))
  return asked && <MergeDialog first={asked} onClose={() => setAsked(null)} />
}

function MergeDialog({ first, onClose }: { first: string[]; onClose: () => void }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const [ids, setIds] = useState(first)
  const [keptId, setKeptId] = useState(first[0] ?? '')
  const [written, setWritten] = useState<string | null>(null)
  const all = useCall('claims.list', {}).data ?? []
  const claims = all.filter(({ id }) => ids.includes(id))
  const kept = claims.find(({ id }) => id === keptId) ?? claims[0]
  const statement = written ?? kept?.statement ?? ''
  const others = claims.filter(({ id }) => id !== kept?.id)
  const ready = others.length > 0 && statement.trim() !== ''
  const merge = async (): Promise<void> => {
    if (!kept || !ready) return
    const gone = others.map(({ id }) => id)
    const done = await write('claims.merge', { ids: [kept.id, ...gone], statement: statement.trim() })
    if (!done) return
    onClose()
    useListState.setState({ chosen: [] })
    useWindow.getState().openClaim(kept.id)
    await offerUndo(t('merged', { count: claims.length, number: kept.number }))
  }
  return (
    <Dialog
      title={t('mergeTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={!ready} onPress={() => void merge()}>
            {t('mergeThem', { count: claims.length })}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('mergeText')}</p>
      <fieldset className={styles.claims}>
        <legend className={styles.legend}>{t('whichStays')}</legend>
        {claims.map((claim) => (
          <label key={claim.id} className={styles.claim}>
            <input
              type="radio"
              name="kept"
              checked={claim.id === kept?.id}
              onChange={() => setKeptId(claim.id)}
            />
            <span className={styles.number}>C{claim.number}</span>
            <span className={styles.words}>{claim.statement}</span>
            {claim.id === kept?.id && <Chip tone="accent">{t('stays')}</Chip>}
          </label>
        ))}
      </fieldset>
      {claims.length < 2 || first.length < 2 ? (
        <ObjectPicker
          kinds={['claim']}
          label={t('addClaim')}
          {...(kept && { exclude: { kind: 'claim', id: kept.id } })}
          autoFocus
          onPick={({ id }) => setIds([...new Set([...ids, id])])}
        />
      ) : null}
      <TextField
        label={t('statementOfMerged')}
        rows={2}
        maxLength={2000}
        value={statement}
        onChange={setWritten}
      />
    </Dialog>
  )
}
