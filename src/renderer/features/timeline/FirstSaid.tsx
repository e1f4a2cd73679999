import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { formatDate, publisherOf } from '#renderer/objects/dates.ts'
import { openAnnotation, openObject } from '#renderer/objects/openObject.ts'
import { RelationMark, relationStyle } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { useWindow } from '#renderer/state/window.ts'
import { classes, Select, Spinner } from '#renderer/ui/index.ts'
import type { ClaimSummary, Evidence, Relation } from '#shared/model.ts'
import styles from './FirstSaid.module.css'
import { firstWords, placeWords } from './firstWords.ts'
import { evidenceOn, type Side, type Speaker, type Voice, whoSaidItFirst } from './whoFirst.ts'

/** Beyond this nobody reads on; the table that is saved has all. */
const mostVoices = 100

/** Who said the claim first, as far as the dates of publication can tell: the voices behind it, earliest first. */
export function FirstSaid({ claim }: { claim: ClaimSummary }) {
  const { t, i18n } = useTranslation('timeline')
  const { byId } = useRelations()
  const { data } = useCall('claims.get', { id: claim.id })
  const [asked, setSide] = useState<Side | null>(null)
  const all = useMemo(() => data?.evidence ?? [], [data])
  const speaksFor = useMemo(() => evidenceOn('for', all, byId).length > 0, [all, byId])
  const side = asked ?? (speaksFor ? 'for' : 'all')
  const said = useMemo(() => whoSaidItFirst(evidenceOn(side, all, byId)), [side, all, byId])
  const sides: Side[] = ['for', 'against', 'all']
  return (
    <aside className={styles.panel} aria-labelledby="timeline-first">
      <h2 className={styles.title} id="timeline-first">
        {t('first.title')}
      </h2>
      <p className={styles.claim}>{t('claim', { number: claim.number, statement: claim.statement })}</p>
      <Select<Side>
        label={t('first.side')}
        hideLabel
        value={side}
        options={sides.map((value) => ({ value, label: t(`first.side.${value}`) }))}
        onChange={setSide}
      />
      {data ? (
        <>
          <p className={styles.verdict} aria-live="polite">
            {firstWords(said, i18n.language)}
          </p>
          <ol className={styles.voices}>
            {said.voices.slice(0, mostVoices).map((voice) => (
              <VoiceItem key={voice.originId} voice={voice} />
            ))}
          </ol>
          {said.voices.length > mostVoices && (
            <p className={styles.quiet}>{t('first.more', { count: said.voices.length - mostVoices })}</p>
          )}
        </>
      ) : (
        <Spinner />
      )}
    </aside>
  )
}

/** One voice with its place: one number where that is certain, two where it can be any between them. */
function VoiceItem({ voice }: { voice: Voice }) {
  const { t } = useTranslation('timeline')
  const [first, ...copies] = voice.speakers
  if (!first) return null
  return (
    <li className={styles.voice}>
      <span className={styles.place} title={t('first.place', { place: placeWords(voice) })}>
        {placeWords(voice)}
      </span>
      <div className={styles.said}>
        <SpeakerWords speaker={first} />
        {copies.length > 0 && (
          <details className={styles.copies}>
            <summary>{t('first.copies', { count: copies.length })}</summary>
            {copies.map((copy) => (
              <SpeakerWords key={copy.source.id} speaker={copy} />
            ))}
          </details>
        )}
      </div>
    </li>
  )
}

function SpeakerWords({ speaker }: { speaker: Speaker }) {
  const { t, i18n } = useTranslation('timeline')
  const { byId } = useRelations()
  const { source, items } = speaker
  const isSelected = useWindow((state) => state.selection?.id === source.id)
  const select = useWindow((state) => state.select)
  const date = formatDate(source.metadata.issued, i18n.language)
  return (
    <div className={styles.speaker}>
      <button
        type="button"
        className={classes(styles.source, isSelected && styles.selected)}
        onClick={() => select({ kind: 'source', id: source.id })}
      >
        {source.title}
      </button>
      <p className={styles.byline}>
        {[date || t('first.undated'), publisherOf(source.metadata)].filter(Boolean).join(' · ')}
      </p>
      {items.map((item) => {
        const relation = byId.get(item.link.relationId)
        return relation ? <Quote key={item.link.id} item={item} relation={relation} /> : null
      })}
    </div>
  )
}

function Quote({ item, relation }: { item: Evidence; relation: Relation }) {
  const { t } = useTranslation('timeline')
  const { annotation, other, otherLabel } = item
  return (
    <button
      type="button"
      className={styles.quote}
      style={relationStyle(relation)}
      title={t('first.jump')}
      onClick={() => (annotation ? openAnnotation(annotation) : void openObject(other))}
    >
      <RelationMark relation={relation} small />
      <span className={styles.quoteWords}>{annotation ? <q>{annotation.quote}</q> : otherLabel}</span>
    </button>
  )
}
