import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { Button, Chip, Popover, PopoverTrigger } from '#renderer/ui/index.ts'
import styles from './AnnotationTable.module.css'

/** Narrows the table to one source, found by typing: a notebook may have more of them than a list could show. */
export function SourceFilter(props: { title: string | null; onChange: (sourceId: string | null) => void }) {
  const { title, onChange } = props
  const { t } = useTranslation('annotationTable')
  const [open, setOpen] = useState(false)
  if (title !== null) {
    return (
      <Chip tone="accent" onRemove={() => onChange(null)} removeLabel={t('anySource')} title={title}>
        <span className={styles.source}>{title}</span>
      </Chip>
    )
  }
  return (
    <PopoverTrigger isOpen={open} onOpenChange={setOpen}>
      <Button variant="quiet" size="small">
        {t('anySource')}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover label={t('chooseSource')}>
        <ObjectPicker
          kinds={['source']}
          label={t('chooseSource')}
          autoFocus
          onPick={({ id }) => {
            onChange(id)
            setOpen(false)
          }}
        />
      </Popover>
    </PopoverTrigger>
  )
}
