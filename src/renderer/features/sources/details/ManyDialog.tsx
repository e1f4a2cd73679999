import { ChevronDown, ChevronRight, Eraser, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import type { SourceSummary } from '#shared/model.ts'
import { useWrite } from '../../../engine/queries.ts'
import { Button, Dialog, IconButton } from '../../../ui/index.ts'
import { DetailField } from './DetailField.tsx'
import styles from './Details.module.css'
import {
  type Field,
  isEmpty,
  moreFields,
  sharedValue,
  usualFields,
  type Value,
  withoutEmpty,
} from './fields.ts'

/** What was changed of each field; a field whose value says nothing is to be cleared. */
type Changes = ReadonlyMap<Field, Value>

/** Details of several sources at once. Only fields that were changed are set; where sources differ, the field says so. */
export function ManyDialog({ sources, onClose }: { sources: readonly SourceSummary[]; onClose: () => void }) {
  const { t } = useTranslation('sources')
  const { t: ui } = useTranslation('ui')
  const write = useWrite()
  const [changes, setChanges] = useState<Changes>(new Map())
  const [stopped, setStopped] = useState<ReadonlySet<Field>>(new Set())
  const [more, setMore] = useState(false)
  const count = sources.length
  const all = sources.map(({ metadata }) => metadata)
  const change = (field: Field, value: Value): void => setChanges(new Map(changes).set(field, value))
  const revert = (field: Field): void => {
    const rest = new Map(changes)
    rest.delete(field)
    setChanges(rest)
    stop(field, false)
  }
  const stop = (field: Field, now: boolean): void => {
    const next = new Set(stopped)
    if (now) next.add(field)
    else next.delete(field)
    setStopped(next)
  }
  const save = async (): Promise<void> => {
    const unset = [...changes].filter(([, value]) => isEmpty(value)).map(([field]) => field)
    const set = withoutEmpty(Object.fromEntries(changes))
    const done = await write('sources.updateMany', { ids: sources.map(({ id }) => id), set, unset })
    if (!done) return
    onClose()
    await offerUndo(t('many.done', { count: done.updated }))
  }
  const fields = [
    ...usualFields,
    ...moreFields.filter((field) => more || !all.every((metadata) => isEmpty(metadata[field]))),
  ]
  return (
    <Dialog
      title={t('many.title', { count })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={changes.size === 0 || stopped.size > 0}
            onPress={() => void save()}
          >
            {changes.size === 0 ? t('many.saveNothing') : t('many.save', { count: changes.size })}
          </Button>
        </>
      }
    >
      <p className={styles.help}>{t('many.help')}</p>
      <div className={styles.form}>
        {fields.map((field) => (
          <ManyField
            key={field}
            field={field}
            shared={sharedValue(all, field)}
            changed={changes.has(field) ? { value: changes.get(field) } : null}
            onChange={(value) => change(field, value)}
            onRevert={() => revert(field)}
            onStop={(now) => stop(field, now)}
          />
        ))}
        <Button
          variant="quiet"
          size="small"
          icon={more ? ChevronDown : ChevronRight}
          className={styles.more ?? ''}
          aria-expanded={more}
          onPress={() => setMore(!more)}
        >
          {more ? t('field.fewer') : t('field.more')}
        </Button>
      </div>
    </Dialog>
  )
}

interface ManyFieldProps {
  field: Field
  shared: { value: Value; mixed: boolean }
  /** What it is to become, where it was changed. */
  changed: { value: Value } | null
  onChange(value: Value): void
  onRevert(): void
  onStop(stopped: boolean): void
}

function ManyField({ field, shared, changed, onChange, onRevert, onStop }: ManyFieldProps) {
  const { t } = useTranslation('sources')
  const [round, setRound] = useState(0)
  const cleared = changed !== null && isEmpty(changed.value)
  const placeholder = cleared ? t('many.cleared') : shared.mixed ? t('many.several') : undefined
  const clearable = changed === null && (shared.mixed || !isEmpty(shared.value))
  const label = t(`field.${field}`)
  const act = (run: () => void): void => {
    run()
    // What is half written goes, too.
    setRound(round + 1)
  }
  return (
    <div className={styles.manyField} data-changed={changed !== null}>
      <div className={styles.manyInput}>
        <DetailField
          key={round}
          field={field}
          value={changed ? changed.value : shared.value}
          placeholder={placeholder}
          live
          onCommit={onChange}
          onStop={onStop}
        />
      </div>
      {changed !== null && (
        <IconButton
          icon={Undo2}
          size="small"
          label={t('many.revert', { field: label })}
          onPress={() => act(onRevert)}
        />
      )}
      {clearable && (
        <IconButton
          icon={Eraser}
          size="small"
          label={t('many.clear', { field: label })}
          onPress={() => act(() => onChange(undefined))}
        />
      )}
    </div>
  )
}
