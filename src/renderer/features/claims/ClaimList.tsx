import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectMenu, type ObjectMenuAt } from '#renderer/objects/ObjectMenu.tsx'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton, ListBox, SearchField, Select } from '#renderer/ui/index.ts'
import { type ClaimStatus, type ClaimSummary, claimStatuses } from '#shared/model.ts'
import styles from './ClaimList.module.css'
import { ClaimRow } from './ClaimRow.tsx'
import { type ClaimOrder, claimOrders, filterClaims, sortClaims } from './evidence.ts'
import { NewClaim } from './NewClaim.tsx'

/** All claims: filtered by words and status, sorted, one of them open. */
export function ClaimList(props: {
  claims: ClaimSummary[]
  openId: string
  adding: boolean
  onAdding: (adding: boolean) => void
}) {
  const { t } = useTranslation('claims')
  const openClaim = useWindow((state) => state.openClaim)
  const select = useWindow((state) => state.select)
  const [text, setText] = useState('')
  const [status, setStatus] = useState<ClaimStatus | 'all'>('all')
  const [order, setOrder] = useState<ClaimOrder>('number')
  const shown = useMemo(
    () => sortClaims(filterClaims(props.claims, text, status), order),
    [props.claims, text, status, order],
  )
  const [menu, setMenu] = useState<ObjectMenuAt | null>(null)
  const open = (keys: 'all' | Set<unknown>): void => {
    const claim = keys === 'all' ? undefined : shown.find(({ id }) => keys.has(id))
    if (!claim) return
    openClaim(claim.id)
    select({ kind: 'claim', id: claim.id })
  }
  return (
    <section className={styles.panel} aria-label={t('claims')}>
      <header className={styles.head}>
        <SearchField label={t('filter')} value={text} onChange={setText} className={styles.filter} />
        <IconButton icon={Plus} label={t('newClaim')} onPress={() => props.onAdding(true)} />
      </header>
      <div className={styles.choices}>
        <Select<ClaimStatus | 'all'>
          label={t('status')}
          hideLabel
          quiet
          value={status}
          options={[
            { value: 'all', label: t('allStatuses') },
            ...claimStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
          onChange={setStatus}
        />
        <Select<ClaimOrder>
          label={t('order')}
          hideLabel
          quiet
          value={order}
          options={claimOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
          onChange={setOrder}
        />
        <span className={styles.total}>{t('shown', { count: shown.length })}</span>
      </div>
      {props.adding && <NewClaim onDone={() => props.onAdding(false)} />}
      <ListBox
        className={styles.list ?? ''}
        aria-label={t('claims')}
        items={shown}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[props.openId]}
        onSelectionChange={open}
        renderEmptyState={() => <p className={styles.none}>{t('noneMatch')}</p>}
      >
        {(claim: ClaimSummary) => <ClaimRow claim={claim} onMenu={setMenu} />}
      </ListBox>
      <ObjectMenu menu={menu} onClose={() => setMenu(null)} />
    </section>
  )
}
