import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source, SourceMetadata } from '#shared/model.ts'
import { useWrite } from '../../../engine/queries.ts'
import { useDetailInHand } from '../../../state/detailInHand.ts'
import { Button, TextField } from '../../../ui/index.ts'
import { DetailField } from './DetailField.tsx'
import styles from './Details.module.css'
import { type Field, isEmpty, moreFields, usualFields, withoutEmpty } from './fields.ts'

/** Title and metadata. Each field saves itself when one leaves it or presses Enter. */
export function MetadataForm({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const save = useSaving(source)
  const asked = useDetailInHand((state) => state.asked)
  const [unfolded, setMore] = useState(false)
  const more = unfolded || (asked?.sourceId === source.id && moreFields.some((name) => name === asked.field))
  const { metadata } = source
  const field = (name: Field) => (
    <DetailField
      key={name}
      field={name}
      value={metadata[name]}
      onCommit={(value) => void save({ [name]: value })}
      asked={asked?.sourceId === source.id && asked.field === name ? asked.nonce : undefined}
    />
  )
  // What is known is shown, however seldom others have it.
  const filled = moreFields.filter((name) => !isEmpty(metadata[name]))
  const shown = more ? moreFields : filled
  return (
    <div className={styles.form}>
      <TitleField source={source} />
      {usualFields.map(field)}
      {shown.map(field)}
      {filled.length < moreFields.length && (
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
      )}
    </div>
  )
}

/** Writes changes of the metadata one after the other, each on top of the last. */
function useSaving({ id, metadata }: Source): (change: Partial<SourceMetadata>) => Promise<void> {
  const write = useWrite()
  // What is shown may be older than the last change: a field that is left takes the others from here.
  const inHand = useRef({ metadata, saved: metadata, writing: 0 })
  useEffect(() => {
    const { current } = inHand
    current.saved = metadata
    if (current.writing === 0) current.metadata = metadata
  }, [metadata])
  return async (change) => {
    const { current } = inHand
    current.metadata = withoutEmpty({ ...current.metadata, ...change })
    current.writing += 1
    const done = await write('sources.update', { id, metadata: current.metadata })
    current.writing -= 1
    if (done) current.saved = done.metadata
    if (current.writing === 0) current.metadata = current.saved
  }
}

function TitleField({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const write = useWrite()
  const [draft, setDraft] = useState(source.title)
  useEffect(() => setDraft(source.title), [source.title])
  const empty = draft.trim() === ''
  const save = (): void => {
    const title = draft.replace(/\s+/g, ' ').trim()
    if (title !== '' && title !== source.title) void write('sources.update', { id: source.id, title })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      save()
    }
    if (event.key === 'Escape') setDraft(source.title)
  }
  return (
    <TextField
      label={t('field.title')}
      value={draft}
      rows={1}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={onKeyDown}
      isInvalid={empty}
      {...(empty && { errorMessage: t('problem.title') })}
    />
  )
}
