import { FileText, Highlighter, MessageSquareQuote, StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectKind } from '#shared/model.ts'
import styles from './KindIcon.module.css'

const icons = { source: FileText, annotation: Highlighter, claim: MessageSquareQuote, note: StickyNote }

/** The icon that stands for a kind of object wherever objects of several kinds are listed. */
export function KindIcon({ kind, size = 14 }: { kind: ObjectKind; size?: number }) {
  const { t } = useTranslation('objects')
  const Icon = icons[kind]
  return <Icon size={size} className={styles.icon} role="img" aria-label={t(kind)} />
}
