import {
  Anchor,
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
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { openObject } from '#renderer/objects/openObject.ts'
import { judge } from '#renderer/state/judging.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, classes, EmptyState } from '#renderer/ui/index.ts'
import type { InboxItem } from '#shared/model.ts'
import { groupByRule, type InboxRule } from './group.ts'
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
  const groups = groupByRule(inbox.data.filter(({ muted }) => muted === null))
  const open = flags.data.filter(({ state }) => state === 'open').length
  if (groups.length + open === 0) {
    return <EmptyState icon={CircleCheck} title={t('nothingTitle')} text={t('nothingText')} />
  }
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        {open > 0 && <OpenFlags count={open} />}
        {groups.map(({ rule, items }) => (
          <Rule key={rule} rule={rule} items={items} />
        ))}
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
      <ul className={styles.items}>
        {items.map((item) => (
          <Item key={item.object.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item }: { item: InboxItem }) {
  const selected = useWindow((state) => state.selection?.id === item.object.id)
  const { kind, id } = item.object
  if (kind === 'tag') return <li className={styles.item}>{item.label}</li>
  const object = { kind, id }
  return (
    <li>
      <button
        type="button"
        className={classes(styles.item, selected && styles.selected)}
        onClick={() => (item.rule === 'anchor-drifted' ? judge({ at: id }) : void openObject(object))}
      >
        <KindIcon kind={kind} />
        <span className={styles.label}>{item.label}</span>
      </button>
    </li>
  )
}
