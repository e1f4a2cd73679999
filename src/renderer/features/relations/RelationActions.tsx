import { Merge, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { useRelations } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { Button, Menu, MenuItem, MenuTrigger } from '#renderer/ui/index.ts'
import type { Relation } from '#shared/model.ts'
import styles from './RelationsDialog.module.css'

/** What can be done with a whole relation, and why not where it cannot. */
export function RelationActions({
  relation,
  onGone,
}: {
  relation: Relation
  onGone: (next: string) => void
}) {
  const { t } = useTranslation('relations')
  const write = useWrite()
  const { all, byId } = useRelations()
  const { id, name, uses, builtin } = relation
  const others = all.filter((other) => other.id !== id)
  const merge = async (intoId: string): Promise<void> => {
    const done = await write('relations.merge', { id, intoId })
    if (!done) return
    onGone(intoId)
    await offerUndo(t('merged', { count: done.moved, name, into: byId.get(intoId)?.name ?? '' }))
  }
  const remove = async (): Promise<void> => {
    const done = await write('relations.delete', { id })
    if (!done) return
    onGone('')
    await offerUndo(t('deleted', { name }))
  }
  if (builtin) return <p className={styles.why}>{t('builtin')}</p>
  return (
    <div className={styles.actions}>
      <MenuTrigger>
        <Button size="small" icon={Merge}>
          {t('merge')}
        </Button>
        <Menu label={t('merge')} onAction={(intoId) => void merge(intoId)}>
          {others.map((other) => (
            <MenuItem key={other.id} id={other.id}>{`${other.sign} ${other.name}`}</MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      <Button size="small" variant="danger" icon={Trash2} isDisabled={uses > 0} onPress={() => void remove()}>
        {t('delete')}
      </Button>
      {uses > 0 && <p className={styles.why}>{t('inUse', { count: uses })}</p>}
    </div>
  )
}
