import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateToEdtf, parseDate } from '#shared/dates/index.ts'
import type { CslDate, CslName } from '#shared/model.ts'
import { formatDate } from '../../../objects/dates.ts'
import { useDetailInHand } from '../../../state/detailInHand.ts'
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
  /** Somebody asked for this very field: it takes the focus when this changes to a number. */
  asked?: number | undefined
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
function WrittenField({ field, value, placeholder, live, onCommit, onStop, asked }: DetailFieldProps) {
  const { t, i18n } = useTranslation('sources')
  const input = useRef<HTMLInputElement>(null)
  useFocusWhenAsked(input, asked)
  const saved = isDateField(field) ? dateToEdtf(value as CslDate | undefined) : ((value as string) ?? '')
  const [draft, setDraft] = useState(saved)
  useEffect(() => setDraft(saved), [saved])
  const problem = problemOf(field, tidied(field, draft))
  const said = problem && t(`problem.${problem.key}`)
  const meant = isDateField(field) && !problem ? meaningOf(draft, i18n.language) : ''
  const commit = (text: string): void => {
    const written = tidied(field, text)
    if (isDateField(field)) onCommit(parseDate(written) ?? undefined)
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
      inputRef={input}
      {...(meant !== '' && { description: t('field.dateMeans', { date: meant }) })}
      {...(said && (problem.stops ? { errorMessage: said } : { description: said }))}
    />
  )
}

/** What a date that is more than a plain one says, in words: the signs it is written in are not everybody's. */
function meaningOf(text: string, locale: string): string {
  const date = /^-?[\d-]*$/.test(text.trim()) ? null : parseDate(text)
  return date === null || date.literal ? '' : formatDate(date, locale, 'spoken')
}

function useFocusWhenAsked(input: RefObject<HTMLInputElement | null>, asked: number | undefined): void {
  useEffect(() => {
    if (asked === undefined) return
    input.current?.focus({ preventScroll: true })
    // The panel may have been opened just now, and finds its height first.
    requestAnimationFrame(() => input.current?.scrollIntoView({ block: 'center' }))
    useDetailInHand.setState({ asked: null })
  }, [input, asked])
}
