import { ALargeSmall, Minus, Plus } from 'lucide-react'
import { Switch } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { keysOf, runCommand } from '../commands/registry.ts'
import { themes, useWindow } from '../state/window.ts'
import { Button, IconButton, Popover, PopoverTrigger } from '../ui/index.ts'
import styles from './ReadingMenu.module.css'
import { largestText, smallestText } from './useWindowCommands.ts'

/** How the text looks: theme, letters, size, block numbers. */
export function ReadingMenu() {
  const { t } = useTranslation('app')
  const { theme, fontFamily, fontSize, blockNumbers, setPreferences } = useWindow(
    useShallow(({ theme, fontFamily, fontSize, blockNumbers, setPreferences }) => ({
      theme,
      fontFamily,
      fontSize,
      blockNumbers,
      setPreferences,
    })),
  )
  return (
    <PopoverTrigger>
      <IconButton icon={ALargeSmall} label={t('reading.label')} />
      <Popover label={t('reading.label')} placement="bottom end">
        <div className={styles.menu}>
          <div className={styles.choices}>
            {themes.map((name) => (
              <Button
                key={name}
                size="small"
                aria-pressed={theme === name}
                className={styles.choice ?? ''}
                onPress={() => setPreferences({ theme: name })}
              >
                {t(`theme.${name}`)}
              </Button>
            ))}
          </div>
          <div className={styles.choices}>
            {(['serif', 'sans'] as const).map((name) => (
              <Button
                key={name}
                size="small"
                aria-pressed={fontFamily === name}
                className={styles.choice ?? ''}
                onPress={() => setPreferences({ fontFamily: name })}
              >
                {t(`font.${name}`)}
              </Button>
            ))}
          </div>
          <div className={styles.row}>
            <span className={styles.name}>{t('reading.size', { size: fontSize })}</span>
            <IconButton
              icon={Minus}
              size="small"
              label={t('reading.smaller')}
              keys={keysOf('view.smaller')[0]}
              isDisabled={fontSize <= smallestText}
              onPress={() => runCommand('view.smaller')}
            />
            <IconButton
              icon={Plus}
              size="small"
              label={t('reading.larger')}
              keys={keysOf('view.larger')[0]}
              isDisabled={fontSize >= largestText}
              onPress={() => runCommand('view.larger')}
            />
          </div>
          <Switch
            className={styles.row ?? ''}
            isSelected={blockNumbers}
            onChange={(on) => setPreferences({ blockNumbers: on })}
          >
            <span className={styles.name}>{t('reading.blockNumbers')}</span>
            <span className={styles.track} aria-hidden />
          </Switch>
        </div>
      </Popover>
    </PopoverTrigger>
  )
}
