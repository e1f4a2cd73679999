import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { editDetail } from '#renderer/state/detailInHand.ts'
import { useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, classes } from '#renderer/ui/index.ts'
import { Section } from '#renderer/ui/Section.tsx'
import type { Relation, TimelineEntry } from '#shared/model.ts'
import styles from './TimelineView.module.css'

/** Beyond this a list is no longer read; setting dates makes it shorter. */
const mostListed = 200

/** More than these would take the lanes' room unasked. */
const fewEnough = 6

/** Sources whose date of publication is not known: they would be missed on the lanes. */
export function Undated(props: {
  undated: readonly { entry: TimelineEntry; words: string }[]
  bearing: ReadonlyMap<string, Relation[]> | null
}) {
  const { undated, bearing } = props
  const { t } = useTranslation('timeline')
  const open = useTimelinePlace((state) => state.undatedOpen) ?? undated.length <= fewEnough
  const selectedId = useWindow((state) => state.selection?.id)
  const openSource = useWindow((state) => state.openSource)
  if (undated.length === 0) return null
  return (
    <div className={styles.undated}>
      <Section
        title={t('undated', { count: undated.length })}
        open={open}
        onToggle={() => useTimelinePlace.setState({ undatedOpen: !open })}
      >
        <ul className={styles.undatedList}>
          {undated.slice(0, mostListed).map(({ entry, words }) => (
            <li
              key={entry.id}
              className={classes(styles.undatedItem, entry.id === selectedId && styles.selected)}
            >
              {bearing?.get(entry.id)?.map((relation) => (
                <RelationMark key={relation.id} relation={relation} small />
              ))}
              <button type="button" className={styles.undatedTitle} onClick={() => openSource(entry.id)}>
                {entry.title}
              </button>
              {words !== '' && <span className={styles.quiet}>{t('words', { words })}</span>}
              <Button
                size="small"
                variant="quiet"
                icon={CalendarPlus}
                aria-label={t('setDateOf', { title: entry.title })}
                onPress={() => editDetail(entry.id, 'issued')}
              >
                {t('setDate')}
              </Button>
            </li>
          ))}
        </ul>
        {undated.length > mostListed && (
          <p className={styles.quiet}>{t('undatedMore', { count: undated.length - mostListed })}</p>
        )}
      </Section>
    </div>
  )
}
