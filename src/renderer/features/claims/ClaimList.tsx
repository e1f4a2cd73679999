import { Plus, Table2 } from 'lucide-react'
import { useState } from 'react'
import { ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { ClaimFilterBar } from '#renderer/objects/ClaimFilterBar.tsx'
import { ObjectMenu, type ObjectMenuAt } from '#renderer/objects/ObjectMenu.tsx'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton, ListBox, Select } from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import { ChosenClaims } from './ChosenClaims.tsx'
import styles from './ClaimList.module.css'
import { ClaimRow } from './ClaimRow.tsx'
import { type ClaimOrder, claimOrders } from './evidence.ts'
import { useListState } from './listState.ts'
import { NewClaim } from './NewClaim.tsx'

/** Only the rows in sight are made: a claim of two lines with its counts, until it is measured. */
const rows = { estimatedRowHeight: 76, padding: 4 }

/** The claims that the filter shows, sorted, one of them open, or several chosen with Ctrl and Shift. */
export function ClaimList(props: {
  shown: ClaimSummary[]
  openId: string
  adding: boolean
  onAdding: (adding: boolean) => void
}) {
  const { shown, openId } = props
  const { t } = useTranslation('claims')
  const { order, chosen } = useListState()
  const [menu, setMenu] = useState<ObjectMenuAt | null>(null)
  const together = shown.flatMap(({ id }) => (chosen.includes(id) ? [id] : []))
  const many = together.length > 1 ? together : []
  const choose = (keys: 'all' | Set<unknown>): void => {
    const claims = shown.filter(({ id }) => keys === 'all' || keys.has(id))
    useListState.setState({ chosen: claims.map(({ id }) => id) })
    const [only] = claims
    if (only === undefined || claims.length > 1) return
    useWindow.getState().openClaim(only.id)
    useWindow.getState().select({ kind: 'claim', id: only.id })
  }
  return (
    <section className={styles.panel} aria-label={t('claims')}>
      <header className={styles.head}>
        <ClaimFilterBar className={styles.filter ?? ''} />
        <IconButton icon={Plus} label={t('newClaim')} onPress={() => props.onAdding(true)} />
      </header>
      <div className={styles.choices}>
        <Select<ClaimOrder>
          label={t('order')}
          hideLabel
          quiet
          value={order}
          options={claimOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
          onChange={(next) => useListState.setState({ order: next })}
        />
        <span className={styles.total}>{t('shown', { count: shown.length })}</span>
        <IconButton
          icon={Table2}
          size="small"
          label={t('asTable')}
          onPress={() => runCommand('claims.table')}
        />
      </div>
      {props.adding && <NewClaim onDone={() => props.onAdding(false)} />}
      {many.length > 0 && <ChosenClaims ids={many} />}
      <Virtualizer layout={ListLayout} layoutOptions={rows}>
        <ListBox
          className={styles.list ?? ''}
          aria-label={t('claims')}
          items={shown}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={many.length > 0 ? many : [openId]}
          onSelectionChange={choose}
          renderEmptyState={() => <p className={styles.none}>{t('noneMatch')}</p>}
        >
          {(claim: ClaimSummary) => <ClaimRow claim={claim} onMenu={setMenu} />}
        </ListBox>
      </Virtualizer>
      <ObjectMenu menu={menu} onClose={() => setMenu(null)} />
    </section>
  )
}
