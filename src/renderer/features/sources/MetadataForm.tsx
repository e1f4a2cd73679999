import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source, SourceMetadata } from '#shared/model.ts'
import { useWrite } from '../../engine/queries.ts'
import { Select, TextField } from '../../ui/index.ts'
import styles from './MetadataForm.module.css'
import { formatNames, parseNames } from './names.ts'
import { formatPartialDate, parsePartialDate } from './partialDate.ts'

/** The CSL types that research on articles meets. */
const types = [
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'webpage',
  'post-weblog',
  'report',
  'book',
  'chapter',
  'interview',
  'speech',
  'broadcast',
  'personal_communication',
  'document',
] as const

type TextName = 'container-title' | 'publisher' | 'publisher-place' | 'URL' | 'DOI' | 'language'
const textNames: readonly TextName[] = ['container-title', 'publisher', 'publisher-place']
const moreNames: readonly TextName[] = ['URL', 'DOI', 'language']

/** Title and metadata. Each field saves itself when one leaves it or presses Enter. */
export function MetadataForm({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const write = useWrite()
  const { metadata } = source
  // What is shown may be older than the last change: a field that is left takes the others from here.
  const inHand = useRef({ metadata, saved: metadata, writing: 0 })
  useEffect(() => {
    const { current } = inHand
    current.saved = metadata
    if (current.writing === 0) current.metadata = metadata
  }, [metadata])
  const save = async (change: Partial<SourceMetadata>): Promise<void> => {
    const { current } = inHand
    current.metadata = withoutEmpty({ ...current.metadata, ...change })
    current.writing += 1
    const done = await write('sources.update', { id: source.id, metadata: current.metadata })
    current.writing -= 1
    if (done) current.saved = done.metadata
    if (current.writing === 0) current.metadata = current.saved
  }
  const text = (name: TextName) => (
    <SavingField
      key={name}
      label={t(`field.${name}`)}
      value={metadata[name] ?? ''}
      onSave={(value) => void save({ [name]: value.trim() || undefined })}
    />
  )
  const known = types.find((type) => type === metadata.type)
  return (
    <div className={styles.form}>
      <SavingField
        label={t('field.title')}
        value={source.title}
        rows={1}
        problem={(value) => (value.trim() ? null : t('problem.title'))}
        onSave={(title) =>
          void write('sources.update', { id: source.id, title: title.replace(/\s+/g, ' ').trim() })
        }
      />
      <SavingField
        label={t('field.author')}
        description={t('field.authorHelp')}
        value={formatNames(metadata.author)}
        rows={2}
        onSave={(value) => void save({ author: parseNames(value) })}
      />
      {textNames.map(text)}
      <SavingField
        label={t('field.issued')}
        placeholder={t('field.issuedHelp')}
        value={formatPartialDate(metadata.issued)}
        problem={(value) => (value.trim() === '' || parsePartialDate(value) ? null : t('problem.date'))}
        onSave={(value) => void save({ issued: parsePartialDate(value) ?? undefined })}
      />
      <Select
        label={t('field.type')}
        value={known ?? null}
        placeholder={metadata.type ?? t('field.noType')}
        options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
        onChange={(type) => void save({ type })}
      />
      {moreNames.map(text)}
    </div>
  )
}

/** Metadata as the engine takes it: fields that say nothing are left out. */
function withoutEmpty(metadata: SourceMetadata): SourceMetadata {
  const said = Object.entries(metadata).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said)
}

interface SavingFieldProps {
  label: string
  value: string
  description?: string
  placeholder?: string
  rows?: number
  /** Says what is wrong with a text, or null; a text that has something wrong is not saved. */
  problem?(value: string): string | null
  onSave(value: string): void
}

function SavingField({ value, problem, onSave, ...field }: SavingFieldProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const wrong = problem?.(draft) ?? null
  const save = (): void => {
    if (draft !== value && wrong === null) onSave(draft)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !field.rows) save()
    if (event.key === 'Escape') setDraft(value)
  }
  const onBlur = (_event: FocusEvent): void => save()
  return (
    <TextField
      {...field}
      value={draft}
      onChange={setDraft}
      isInvalid={wrong !== null}
      errorMessage={wrong ?? undefined}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  )
}
