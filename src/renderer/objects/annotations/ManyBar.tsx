import { Combine, Trash2, X } from 'lucide-react'
import { useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { keysOf, useCommand } from '#renderer/commands/registry.ts'
import { chooseNone } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, ColourDot, IconButton, Tooltip } from '#renderer/ui/index.ts'
import { type Annotation, type Colour, colours } from '#shared/model.ts'
import { useColours } from '../colours.ts'
import styles from './ManyBar.module.css'
import { ManyTags } from './ManyTags.tsx'
import { canMerge, deleteMany, mergeMany, recolour } from './many.ts'

/** What can be done with all annotations that are chosen, by its buttons and by the keys that else mean a single one. */
export function ManyBar({ chosen }: { chosen: readonly Annotation[] }) {
  const { t } = useTranslation('objects')
  const { full } = useColours()
  const tag = useRef<HTMLInputElement>(null)
  // Words that are selected in the text come first: the keys then annotate those.
  const enabled = useWindow((state) => state.passage === null)
  const mergeable = canMerge(chosen)
  const paint = (colour: Colour): void => void recolour(chosen, colour, full(colour))
  useCommand('annotation.tag', () => tag.current?.focus(), { enabled })
  useCommand('annotation.delete', () => void deleteMany(chosen), { enabled })
  useCommand('annotation.merge', () => void mergeMany(chosen), { enabled: enabled && mergeable })
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('many.bar')}>
      <span className={styles.count} aria-live="polite">
        {t('many.chosen', { count: chosen.length })}
      </span>
      <span className={styles.colours}>
        {colours.map((colour, index) => (
          <Tooltip key={colour} text={full(colour)} keys={String(index + 1)}>
            <AriaButton
              className={styles.colour ?? ''}
              aria-label={t('many.recolour', { colour: full(colour) })}
              onPress={() => paint(colour)}
            >
              <ColourDot colour={colour} size={14} />
            </AriaButton>
          </Tooltip>
        ))}
      </span>
      <ManyTags chosen={chosen} field={tag} />
      <span className={styles.actions}>
        <Button size="small" icon={Combine} isDisabled={!mergeable} onPress={() => void mergeMany(chosen)}>
          {t('many.merge')}
        </Button>
        <IconButton
          icon={Trash2}
          size="small"
          label={t('many.delete')}
          keys={keysOf('annotation.delete')[0]}
          onPress={() => void deleteMany(chosen)}
        />
        <IconButton icon={X} size="small" label={t('many.clear')} onPress={chooseNone} />
      </span>
      {colours.map((colour, index) => (
        <ColourKey key={colour} index={index} enabled={enabled} onPaint={() => paint(colour)} />
      ))}
    </div>
  )
}

const colourCommands = [
  'annotation.colour1',
  'annotation.colour2',
  'annotation.colour3',
  'annotation.colour4',
  'annotation.colour5',
  'annotation.colour6',
  'annotation.colour7',
  'annotation.colour8',
] as const

function ColourKey(props: { index: number; enabled: boolean; onPaint: () => void }) {
  useCommand(colourCommands[props.index] ?? colourCommands[0], props.onPaint, { enabled: props.enabled })
  return null
}
