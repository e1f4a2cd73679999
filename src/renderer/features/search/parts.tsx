import { useTranslation } from 'react-i18next'
import type { CrossreadError } from '#shared/errors.ts'
import type { SearchHit, SearchResult, Suggestion } from '#shared/model.ts'
import { KindIcon } from '../../objects/KindIcon.tsx'
import { corrected, madeExact } from './editing.ts'
import styles from './parts.module.css'
import { faultIn, snippetOf } from './results.ts'
import { useIndexProgress } from './useIndexProgress.ts'

/** What is wrong with a query, and where. */
export function Mistake({ query, error }: { query: string; error: CrossreadError }) {
  const fault = faultIn(query, error.details?.position)
  return (
    <>
      <span className={styles.error}>{error.message}</span>
      {fault && (
        <code className={styles.query}>
          {fault.before}
          <strong className={styles.fault}>{fault.at}</strong>
          {fault.after}
        </code>
      )}
    </>
  )
}

/** Part of a passage, with what was found in it marked. */
export function Snippet({ hit, length }: { hit: SearchHit; length?: number }) {
  return (
    <span className={styles.snippet} dir="auto">
      {snippetOf(hit, length).map(({ text, marked }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one snippet never move
        return marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>
      })}
    </span>
  )
}

/** An object by its kind and name. */
export function Named({ object }: { object: Suggestion }) {
  return (
    <span className={styles.named}>
      <KindIcon kind={object.kind} />
      <span className={styles.namedLabel}>{object.label}</span>
      <span className={styles.namedDetail}>{object.detail}</span>
    </span>
  )
}

interface ExpansionsProps {
  query: string
  expansions: SearchResult['expansions']
  onChange(query: string): void
}

/** What was looked for besides what was typed. One press makes a word exact, or puts the right one in its place. */
export function Expansions({ query, expansions, onChange }: ExpansionsProps) {
  const { t, i18n } = useTranslation('search')
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  return expansions.map((expansion) => {
    const { word, start, forms, typos } = expansion
    return (
      <p key={start} className={styles.expansion}>
        {typos.length > 0 ? (
          <>
            {t('expansion.typos', { word })}{' '}
            {typos.map((typo) => (
              <button
                key={typo}
                type="button"
                className={styles.link}
                title={t('expansion.correct', { word, typo })}
                onClick={() => onChange(corrected(query, expansion, typo))}
              >
                {typo}
              </button>
            ))}
          </>
        ) : (
          t('expansion.forms', { word, forms: list.format(forms), count: forms.length })
        )}{' '}
        <button type="button" className={styles.link} onClick={() => onChange(madeExact(query, expansion))}>
          {t('expansion.exact', { word })}
        </button>
      </p>
    )
  })
}

/** Says that the index is being made anew, while it is. */
export function Renewing() {
  const { t } = useTranslation('search')
  const progress = useIndexProgress((state) => state.progress)
  return progress && <p className={styles.expansion}>{t('renewing', { ...progress })}</p>
}
