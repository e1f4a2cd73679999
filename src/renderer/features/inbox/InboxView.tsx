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
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { judge } from '#renderer/state/judging.ts'
import { Button, classes, EmptyState } from '#renderer/ui/index.ts'
import type { InboxItem } from '#shared/model.ts'
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
  if (!inbox.data || !flags.data) return null
  const groups = groupByRule(inbox.data.filter((item) => item.muted === null))
  const muted = inbox.data.filter((item) => item.muted !== null)
  const open = flags.data.filter(({ state }) => state === 'open').length
  if (groups.length + open + muted.length === 0) {
    return <EmptyState icon={CircleCheck} title={t('nothingTitle')} text={t('nothingText')} />
  }
  return (
    <div className={styles.view} data-inbox>
      <div className={styles.column}>
        {groups.length + open === 0 && (
          <EmptyState icon={CircleCheck} title={t('nothingTitle')} text={t('nothingText')} />
        )}
        {open > 0 && <OpenFlags count={open} />}
        {groups.map(({ rule, items }) => (
          <Rule key={rule} rule={rule} items={items} />
        ))}
        {muted.length > 0 && <Muted items={muted} />}
      </div>
    </div>
  )
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
