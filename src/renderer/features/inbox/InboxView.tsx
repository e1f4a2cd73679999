import {
  Anchor,
  ChevronRight,
  CircleCheck,
  CircleHelp,
  FileQuestion,
  Flag,
  Highlighter,
  type LucideIcon,
  Scale,
  Tag,
  User,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { ClaimFilterBar } from '#renderer/objects/ClaimFilterBar.tsx'
import { ViewExport } from '#renderer/objects/viewExport/index.ts'
import { type ClaimFilter, filterClaims, useClaimFilter } from '#renderer/state/claimFilters.ts'
import { judge } from '#renderer/state/judging.ts'
import { Button, classes, EmptyState } from '#renderer/ui/index.ts'
import type { ClaimSummary, InboxItem } from '#shared/model.ts'
import { InboxSheet, inboxToCsv } from './exports.tsx'
import { groupByRule, type InboxRule } from './group.ts'
import { InboxItems } from './InboxItems.tsx'
import styles from './InboxView.module.css'

const icons: Record<InboxRule, LucideIcon> = {
  'claim-one-origin': User,
  'claim-contested': Scale,
  'claim-without-evidence': CircleHelp,
  'anchor-drifted': Anchor,
  'annotation-unlinked': Highlighter,
  'source-without-annotations': FileQuestion,
  'tag-orphaned': Tag,
}

/** What the notebook thinks still needs its researcher, rule by rule, each with the reason. */
export function InboxView() {
  const { t } = useTranslation('inbox')
  const inbox = useCall('views.inbox', {})
  const flags = useCall('flags.list', {})
  const claims = useCall('claims.list', {})
  const filter = useClaimFilter()
  const items = useMemo(
    () => narrowed(inbox.data ?? [], claims.data ?? [], filter),
    [inbox.data, claims.data, filter],
  )
  if (!inbox.data || !flags.data || !claims.data) return null
  const groups = groupByRule(items.filter((item) => item.muted === null))
  const muted = items.filter((item) => item.muted !== null)
  const open = flags.data.filter(({ state }) => state === 'open').length
  const hidden = inbox.data.length - items.length
  if (inbox.data.length + open === 0) {
    return <EmptyState icon={CircleCheck} title={t('nothingTitle')} text={t('nothingText')} />
  }
  return (
    <section className={styles.view} aria-label={t('title')}>
      <header className={styles.bar}>
        <ClaimFilterBar className={styles.filter ?? ''} />
        <span className={styles.total} aria-live="polite">
          {hidden > 0 && t('hidden', { count: hidden })}
        </span>
        <ViewExport
          fileName={t('fileName')}
          title={t('title')}
          isEmpty={items.length === 0}
          csv={() => inboxToCsv(t, items)}
          sheet={() => <InboxSheet t={t} items={items} />}
        />
      </header>
      <div className={styles.scroller} data-inbox>
        <div className={styles.column}>
          {groups.length + open === 0 && (
            <EmptyState
              icon={CircleCheck}
              title={t(hidden > 0 ? 'noneMatch' : 'nothingTitle')}
              {...(hidden === 0 && { text: t('nothingText') })}
            />
          )}
          {open > 0 && <OpenFlags count={open} />}
          {groups.map(({ rule, items }) => (
            <Rule key={rule} rule={rule} items={items} />
          ))}
          {muted.length > 0 && <Muted items={muted} />}
        </div>
      </div>
    </section>
  )
}

/** The filter is about claims: what is asked of anything else stays. */
function narrowed(
  items: readonly InboxItem[],
  claims: readonly ClaimSummary[],
  filter: ClaimFilter,
): InboxItem[] {
  const shown = new Set(filterClaims(claims, filter).map(({ id }) => id))
  return items.filter(({ object }) => object.kind !== 'claim' || shown.has(object.id))
}

/** Flags have a list of their own, in which many can be judged at once. */
function OpenFlags({ count }: { count: number }) {
  const { t } = useTranslation('inbox')
  return (
    <section className={styles.rule} aria-labelledby="inbox-flags">
      <header className={styles.head}>
        <Flag size={16} aria-hidden className={styles.icon} />
        <h2 className={styles.title} id="inbox-flags">
          {t('flags.title')} <span className={styles.count}>{count}</span>
        </h2>
        <p className={styles.why}>{t('flags.why')}</p>
      </header>
      <Button className={styles.show ?? ''} onPress={() => runCommand('flags.show')}>
        {t('flags.show')}
      </Button>
    </section>
  )
}

function Rule({ rule, items }: { rule: InboxRule; items: InboxItem[] }) {
  const { t } = useTranslation('inbox')
  const Icon = icons[rule]
  return (
    <section className={styles.rule} aria-labelledby={`inbox-${rule}`}>
      <header className={styles.head}>
        <Icon size={16} aria-hidden className={styles.icon} />
        <h2 className={styles.title} id={`inbox-${rule}`}>
          {t(`${rule}.title`)} <span className={styles.count}>{items.length}</span>
        </h2>
        <p className={styles.why}>{t(`${rule}.why`)}</p>
      </header>
      {rule === 'anchor-drifted' && (
        <Button className={styles.show ?? ''} onPress={() => judge()}>
          {t('anchor-drifted.judge')}
        </Button>
      )}
      <InboxItems items={items} />
    </section>
  )
}

/** What somebody said need not be asked, folded away with the reasons. */
function Muted({ items }: { items: InboxItem[] }) {
  const { t } = useTranslation('inbox')
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.rule} aria-labelledby="inbox-muted">
      <h2 className={styles.folded} id="inbox-muted">
        <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={16} aria-hidden className={classes(styles.arrow, open && styles.open)} />
          {t('muted')} <span className={styles.count}>{items.length}</span>
        </button>
      </h2>
      {open &&
        groupByRule(items).map((group) => (
          <div key={group.rule} className={styles.mutedRule}>
            <h3 className={styles.mutedTitle}>{t(`${group.rule}.title`)}</h3>
            <InboxItems items={group.items} />
          </div>
        ))}
    </section>
  )
}
