import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { Button, Dialog, ListBox, ListBoxItem } from '#renderer/ui/index.ts'
import type { Relation } from '#shared/model.ts'
import { blank, fieldsOf } from './fields.ts'
import { RelationActions } from './RelationActions.tsx'
import { RelationForm } from './RelationForm.tsx'
import styles from './RelationsDialog.module.css'

/** The notebook's relations: how each reads, looks and counts, and how many links are of it. */
export function RelationsDialog(props: { startWithNew: boolean; onClose: () => void }) {
  const { startWithNew, onClose } = props
  const { t } = useTranslation('relations')
  const { all, byId } = useRelations()
  const [chosen, setChosen] = useState<string | 'new' | null>(startWithNew ? 'new' : null)
  const relation = chosen === 'new' ? undefined : (byId.get(chosen ?? '') ?? all[0])
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} size="large">
      <p className={styles.intro}>{t('intro')}</p>
      <div className={styles.sides}>
        <div className={styles.side}>
          <ListBox
            aria-label={t('title')}
            className={styles.list ?? ''}
            items={all}
            autoFocus={!startWithNew}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={relation ? [relation.id] : []}
            onSelectionChange={(keys) => setChosen(String([...keys][0] ?? ''))}
          >
            {(item: Relation) => <Row relation={item} />}
          </ListBox>
          <Button size="small" icon={Plus} onPress={() => setChosen('new')}>
            {t('add')}
          </Button>
        </div>
        <div className={styles.detail}>
          {relation ? (
            <>
              <RelationForm
                key={`${relation.id} ${JSON.stringify(fieldsOf(relation))}`}
                relation={relation}
                fields={fieldsOf(relation)}
              />
              <RelationActions relation={relation} onGone={setChosen} />
            </>
          ) : (
            <RelationForm key="new" relation={null} fields={blank} onMade={setChosen} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Row({ relation }: { relation: Relation }) {
  const { t } = useTranslation('relations')
  const { name, inverse, symmetric, uses } = relation
  return (
    <ListBoxItem id={relation.id} textValue={name} className={styles.row ?? ''}>
      <RelationMark relation={relation} />
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <span className={styles.inverse}>{symmetric ? t('bothWays') : `← ${inverse}`}</span>
      </span>
      <span className={styles.uses}>{t('uses', { count: uses })}</span>
    </ListBoxItem>
  )
}
