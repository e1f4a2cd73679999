import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf, useCommand } from '#renderer/commands/registry.ts'
import { FlagActions } from '#renderer/objects/FlagActions.tsx'
import { FlagText } from '#renderer/objects/FlagText.tsx'
import { hasPassage, inTextOrder, openFlag } from '#renderer/objects/flags.ts'
import { Button, IconButton } from '#renderer/ui/index.ts'
import type { Flag } from '#shared/model.ts'
import styles from './FlagBar.module.css'

/** Above the text: what import noticed in it, one flag at a time, and all of them on demand. Keys are about the pane in hand. */
export function FlagBar({ flags, inHand }: { flags: readonly Flag[]; inHand: boolean }) {
  const { t } = useTranslation('flags')
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  const ordered = inTextOrder(flags)
  const open = ordered.filter(({ state }) => state === 'open')
  const at = Math.max(
    open.findIndex(({ id }) => id === currentId),
    0,
  )
  const current = open[at]
  const go = (flag: Flag | undefined): void => {
    if (!flag) return
    setCurrentId(flag.id)
    openFlag(flag)
  }
  const several = { enabled: inHand && open.length > 0 }
  // The first press goes to the flag that is shown; only the next one goes on.
  const step = (by: 1 | -1): void => go(open[currentId === null ? 0 : (at + by + open.length) % open.length])
  useCommand('flags.next', () => step(1), several)
  useCommand('flags.previous', () => step(-1), several)
  const leftOut = ordered.filter(({ state }) => state === 'excluded').length
  if (open.length + leftOut === 0) return null
  return (
    <section className={styles.bar} aria-label={t('bar')}>
      <div className={styles.line}>
        {current ? (
          <div className={styles.current}>
            <FlagText flag={current} />
          </div>
        ) : (
          <span className={styles.current}>{t('leftOut', { count: leftOut })}</span>
        )}
        {current && (
          <div className={styles.actions}>
            {hasPassage(current) && (
              <Button size="small" onPress={() => go(current)}>
                {t('goTo')}
              </Button>
            )}
            <FlagActions flag={current} />
          </div>
        )}
        <div className={styles.steps}>
          {open.length > 1 && (
            <>
              <IconButton icon={ChevronLeft} size="small" label={t('previous')} onPress={() => step(-1)} />
              <span>{t('position', { at: at + 1, count: open.length })}</span>
              <IconButton
                icon={ChevronRight}
                size="small"
                label={t('next')}
                keys={keysOf('flags.next')[0]}
                onPress={() => step(1)}
              />
            </>
          )}
          {(ordered.length > 1 || !current) && (
            <IconButton
              icon={unfolded ? ChevronUp : ChevronDown}
              size="small"
              label={unfolded ? t('hideList') : t('showList')}
              aria-expanded={unfolded}
              onPress={() => setUnfolded(!unfolded)}
            />
          )}
        </div>
      </div>
      {unfolded && (
        <ul className={styles.list} aria-label={t('list')}>
          {ordered.map((flag) => (
            <li key={flag.id} className={styles.line}>
              <div className={styles.current}>
                <FlagText flag={flag} />
              </div>
              <div className={styles.actions}>
                {hasPassage(flag) && (
                  <Button size="small" onPress={() => go(flag)}>
                    {t('goTo')}
                  </Button>
                )}
                <FlagActions flag={flag} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
