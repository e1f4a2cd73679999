import { History, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { keysOf, runCommand } from '#renderer/commands/registry.ts'
import { useWrite } from '#renderer/engine/queries.ts'
import { useColours } from '#renderer/objects/colours.ts'
import { TagEditor } from '#renderer/objects/TagEditor.tsx'
import { showHistoryOf } from '#renderer/state/historyOf.ts'
import { ColourDot, IconButton } from '#renderer/ui/index.ts'
import { type Annotation, colours } from '#shared/model.ts'
import styles from './AnnotationCard.module.css'

/** The selected annotation's tags and colour, and the way to delete it. */
export function CardTools({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const write = useWrite()
  const { full } = useColours()
  const { id, tags, colour: current } = annotation
  return (
    <div className={styles.tools}>
      <TagEditor object={{ kind: 'annotation', id }} tags={tags} />
      <fieldset className={styles.colours} aria-label={t('colour')}>
        {colours.map((colour) => (
          <AriaButton
            key={colour}
            className={styles.colour ?? ''}
            aria-label={full(colour)}
            aria-pressed={colour === current}
            onPress={() => void write('annotations.update', { id, colour })}
          >
            <ColourDot colour={colour} size={12} />
          </AriaButton>
        ))}
        <span className={styles.space} />
        <IconButton
          icon={History}
          size="small"
          label={t('history')}
          onPress={() => showHistoryOf({ kind: 'annotation', id })}
        />
        <IconButton
          icon={Trash2}
          size="small"
          label={t('delete')}
          keys={keysOf('annotation.delete')[0]}
          onPress={() => runCommand('annotation.delete')}
        />
      </fieldset>
    </div>
  )
}
