import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { useColours } from '#renderer/objects/colours.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { Button, ColourDot, Select, TextField } from '#renderer/ui/index.ts'
import { colours, lineStyles, type Relation } from '#shared/model.ts'
import { isSame, isWhole, type RelationFields, tidied } from './fields.ts'
import styles from './RelationsDialog.module.css'

const stances = { '1': 1, '-1': -1, '0': 0 } as const

interface FormProps {
  /** Null where a new one is made. */
  relation: Relation | null
  fields: RelationFields
  onMade?: (id: string) => void
}

/** All that can be said of a relation, saved together. */
export function RelationForm({ relation, fields: saved, onMade }: FormProps) {
  const { t } = useTranslation('relations')
  const write = useWrite()
  const { full } = useColours()
  const [fields, setFields] = useState(saved)
  const set = (change: Partial<RelationFields>): void => setFields({ ...fields, ...change })
  const written = tidied(fields)
  const ready = isWhole(written) && !isSame(written, saved)
  const save = async (): Promise<void> => {
    if (!ready) return
    if (relation) {
      const done = await write('relations.update', { id: relation.id, ...written })
      if (done) await offerUndo(t('changed', { name: done.name }))
    } else {
      const made = await write('relations.create', written)
      if (!made) return
      onMade?.(made.id)
      await offerUndo(t('added', { name: made.name }))
    }
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void save()
  }
  return (
    <form className={styles.form} aria-label={relation?.name ?? t('new')} onSubmit={onSubmit}>
      <div className={styles.pair}>
        <TextField
          label={t('name')}
          description={t('nameHint')}
          value={fields.name}
          maxLength={100}
          autoFocus={relation === null}
          onChange={(name) => set({ name })}
          className={styles.wide ?? ''}
        />
        <TextField
          label={t('sign')}
          value={fields.sign}
          maxLength={4}
          onChange={(sign) => set({ sign })}
          className={styles.sign ?? ''}
        />
      </div>
      <Select<'directed' | 'symmetric'>
        label={t('direction')}
        value={fields.symmetric ? 'symmetric' : 'directed'}
        options={[
          { value: 'directed', label: t('directed') },
          { value: 'symmetric', label: t('symmetric') },
        ]}
        onChange={(value) => set({ symmetric: value === 'symmetric' })}
      />
      {!fields.symmetric && (
        <TextField
          label={t('inverse')}
          description={t('inverseHint')}
          value={fields.inverse}
          maxLength={100}
          onChange={(inverse) => set({ inverse })}
        />
      )}
      <Select<'1' | '-1' | '0'>
        label={t('stance')}
        value={`${fields.stance}`}
        options={(['1', '-1', '0'] as const).map((value) => ({ value, label: t(`stance.${value}`) }))}
        onChange={(value) => set({ stance: stances[value] })}
      />
      <div className={styles.pair}>
        <Select
          label={t('colour')}
          value={fields.colour}
          options={colours.map((value) => ({
            value,
            label: full(value),
            mark: <ColourDot colour={value} size={12} />,
          }))}
          onChange={(colour) => set({ colour })}
          className={styles.wide ?? ''}
        />
        <Select
          label={t('line')}
          value={fields.lineStyle}
          options={lineStyles.map((value) => ({
            value,
            label: t(`line.${value}`),
            mark: <span className={styles.line} style={{ borderTopStyle: value }} />,
          }))}
          onChange={(lineStyle) => set({ lineStyle })}
          className={styles.wide ?? ''}
        />
      </div>
      <Button variant="primary" type="submit" isDisabled={!ready} className={styles.save ?? ''}>
        {relation ? t('save') : t('create')}
      </Button>
    </form>
  )
}
