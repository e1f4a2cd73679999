import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CslDate, CslName } from '#shared/model.ts'
import { Select, TextField } from '../../../ui/index.ts'
import {
  type Field,
  isDateField,
  isNamesField,
  longFields,
  problemOf,
  tidied,
  types,
  type Value,
} from './fields.ts'
import { NamesField } from './NamesField.tsx'
import { formatPartialDate, parsePartialDate } from './partialDate.ts'

export interface DetailFieldProps {
  field: Field
  value: Value
  /** Stands in an empty field, such as that several sources differ. */
  placeholder?: string | undefined
  /** Tells of every change at once rather than when the field is left. */
  live?: boolean
  /** Called with what the field says now; undefined where it says nothing. */
  onCommit(value: Value): void
  /** Called when what is written cannot be kept, and when it can again. */
  onStop?(stopped: boolean): void
}

/** One detail of a source, in the field that suits it: a choice of types, a list of names, a date, a line or a text. */
export function DetailField(props: DetailFieldProps) {
  const { field, value, placeholder, onCommit } = props
  const { t } = useTranslation('sources')
  if (isNamesField(field)) {
    return (
      <NamesField
        field={field}
        value={value as CslName[] | undefined}
        placeholder={placeholder}
        onCommit={onCommit}
      />
    )
  }
  if (field === 'type') {
    const known = types.find((type) => type === value)
    return (
      <Select
        label={t('field.type')}
        value={known ?? null}
        placeholder={(value as string | undefined) ?? placeholder ?? t('field.noType')}
        options={types.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        onChange={onCommit}
      />
    )
  }
  return <WrittenField {...props} />
}

/** A detail that is written: a line, a text or a date. */
function WrittenField({ field, value, placeholder, live, onCommit, onStop }: DetailFieldProps) {
  const { t } = useTranslation('sources')
  const saved = isDateField(field)
    ? formatPartialDate(value as CslDate | undefined)
    : ((value as string) ?? '')
  const [draft, setDraft] = useState(saved)
  useEffect(() => setDraft(saved), [saved])
  const problem = problemOf(field, tidied(field, draft))
  const said = problem && t(`problem.${problem.key}`)
  const commit = (text: string): void => {
    const written = tidied(field, text)
    if (isDateField(field)) onCommit(parsePartialDate(written) ?? undefined)
    else onCommit(written || undefined)
  }
  const leave = (): void => {
    if (!live && draft !== saved && !problem?.stops) commit(draft)
  }
  const change = (text: string): void => {
    setDraft(text)
    if (!live) return
    const stopped = problemOf(field, tidied(field, text))?.stops ?? false
    onStop?.(stopped)
    if (!stopped) commit(text)
  }
  const long = longFields.includes(field)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !long) leave()
    if (event.key === 'Escape' && !live && draft !== saved) {
      event.preventDefault()
      setDraft(saved)
    }
  }
  return (
    <TextField
      label={t(`field.${field}`)}
      placeholder={placeholder ?? (isDateField(field) ? t('field.dateHelp') : undefined)}
      {...(long && { rows: 3 })}
      value={draft}
      onChange={change}
      onBlur={leave}
      onKeyDown={onKeyDown}
      isInvalid={problem?.stops ?? false}
      {...(said && (problem.stops ? { errorMessage: said } : { description: said }))}
    />
  )
}
