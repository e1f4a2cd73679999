import { useTranslation } from 'react-i18next'
import styles from './RelationKeys.module.css'

/** Says by which keys the relation is changed without leaving the search for the other end. */
export function RelationKeys() {
  const { t } = useTranslation('objects')
  return <p className={styles.hint}>{t('relationKeys')}</p>
}
