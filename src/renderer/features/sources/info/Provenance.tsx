import { Download, PenLine, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#shared/model.ts'
import { runCommand } from '../../../commands/registry.ts'
import { noteText } from '../../../objects/importNotes.ts'
import { saveOriginal } from '../../../objects/saveOriginal.ts'
import { Button } from '../../../ui/index.ts'
import styles from './SourceInfo.module.css'

/** What lies between the original and the text one reads, and the ways to the one and to a newer other. */
export function Provenance({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const { t: notes } = useTranslation('import-notes')
  const { importNotes, corrected } = source
  return (
    <section className={styles.section} aria-labelledby="info-text">
      <h3 className={styles.heading} id="info-text">
        {t('info.text')}
      </h3>
      {importNotes.length + Number(corrected) === 0 ? (
        <p className={styles.quiet}>{t('info.asItIs')}</p>
      ) : (
        <ul className={styles.notes}>
          {importNotes.map((note) => (
            <li key={`${note.what} ${note.detail ?? ''}`}>{noteText(note, notes)}</li>
          ))}
          {corrected && (
            <li className={styles.corrected}>
              <PenLine size={12} aria-hidden /> {t('info.corrected')}
            </li>
          )}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button icon={Download} size="small" onPress={() => void saveOriginal(source.id)}>
          {t('info.saveOriginal')}
        </Button>
        <Button icon={RefreshCw} size="small" onPress={() => runCommand('sources.replace')}>
          {t('info.replace')}
        </Button>
      </div>
    </section>
  )
}
