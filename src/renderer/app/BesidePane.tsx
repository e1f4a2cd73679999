import { ArrowLeftRight, Link2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keysOf, runCommand } from '../commands/registry.ts'
import { KindIcon } from '../objects/KindIcon.tsx'
import { useTitles } from '../objects/useTitles.ts'
import { inHand } from '../state/panes.ts'
import { useWindow } from '../state/window.ts'
import { IconButton } from '../ui/index.ts'
import styles from './Pane.module.css'
import { Pane } from './Pane.tsx'
import { canScrollTogether } from './paneCommands.ts'

/** Another source, a claim or a note beside what one reads. */
export function BesidePane() {
  const { t } = useTranslation('app')
  const beside = useWindow((state) => state.beside)
  const together = useWindow((state) => state.together)
  const both = useWindow(canScrollTogether)
  const swaps = useWindow(({ view, object }) => view === 'read' && object !== null)
  const holdsKeys = useWindow((state) => inHand(state) === 'beside')
  const titleOf = useTitles()
  if (!beside) return null
  return (
    <section className={styles.view} aria-label={t('beside.title')} data-in-hand={holdsKeys || undefined}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <KindIcon kind={beside.kind} size={13} />
          <span className={styles.words} dir="auto" title={titleOf(beside) ?? ''}>
            {titleOf(beside) ?? ''}
          </span>
        </h2>
        {both && (
          <IconButton
            icon={Link2}
            size="small"
            label={t('beside.together')}
            keys={keysOf('beside.together')[0]}
            pressed={together}
            onPress={() => runCommand('beside.together')}
          />
        )}
        {swaps && (
          <IconButton
            icon={ArrowLeftRight}
            size="small"
            label={t('beside.swap')}
            onPress={() => runCommand('beside.swap')}
          />
        )}
        <IconButton
          icon={X}
          size="small"
          label={t('beside.close')}
          onPress={() => runCommand('beside.close')}
        />
      </header>
      <div className={styles.text}>
        <Pane key={beside.id} pane="beside" object={beside} />
      </div>
    </section>
  )
}
