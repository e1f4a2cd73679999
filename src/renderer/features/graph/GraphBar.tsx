import { Download, Eye, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RelationMark, relationStyle } from '#renderer/objects/RelationMark.tsx'
import { Button, Chip } from '#renderer/ui/index.ts'
import type { ObjectKind, Relation } from '#shared/model.ts'
import styles from './GraphView.module.css'
import { CardShape } from './NodeCard.tsx'

const kinds: ObjectKind[] = ['claim', 'source', 'note']

/** The legend, whose relations are switches: what each line and shape means, and whether it is shown. */
export function GraphBar(props: {
  relations: Relation[]
  hidden: ReadonlySet<string>
  onToggle: (relationId: string) => void
  unlinked: number
  withUnlinked: boolean
  onWithUnlinked: (shown: boolean) => void
  onSave: () => void
}) {
  const { t } = useTranslation('graph')
  const { hidden, unlinked, withUnlinked } = props
  return (
    <header className={styles.bar}>
      <ul className={styles.legend} aria-label={t('relations')}>
        {props.relations.map((relation) => (
          <li key={relation.id} style={relationStyle(relation)}>
            <button
              type="button"
              className={styles.switch}
              aria-pressed={!hidden.has(relation.id)}
              title={t(hidden.has(relation.id) ? 'show' : 'hide', { relation: relation.name })}
              onClick={() => props.onToggle(relation.id)}
            >
              <RelationMark relation={relation} small />
              <span className={styles.line} aria-hidden />
              {relation.name}
              {hidden.has(relation.id) ? <EyeOff size={13} aria-hidden /> : <Eye size={13} aria-hidden />}
            </button>
          </li>
        ))}
      </ul>
      <ul className={styles.legend} aria-label={t('shapes')}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.shape}>
            <svg width="26" height="16" viewBox="-14 -9 28 18" aria-hidden className={styles[kind]}>
              <CardShape kind={kind} width={26} height={14} />
            </svg>
            {t(kind)}
          </li>
        ))}
      </ul>
      {(unlinked > 0 || withUnlinked) && (
        <Chip onPress={() => props.onWithUnlinked(!withUnlinked)} pressed={withUnlinked}>
          {withUnlinked ? t('everything') : t('unlinked', { count: unlinked })}
        </Chip>
      )}
      <Button variant="quiet" icon={Download} className={styles.save ?? ''} onPress={props.onSave}>
        {t('saveSvg')}
      </Button>
    </header>
  )
}
