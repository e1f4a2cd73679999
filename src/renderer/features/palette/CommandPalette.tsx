import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showKey } from '../../commands/keys.ts'
import { isMac } from '../../commands/platform.ts'
import { type CommandState, isCommandId, runCommand, useCommandState } from '../../commands/registry.ts'
import { KeyCap } from '../../ui/index.ts'
import { fuzzySort } from './fuzzy.ts'
import styles from './Picker.module.css'
import { Picker } from './Picker.tsx'
import { recentCommands, rememberCommand } from './recent.ts'

/** Every command that can run now, those used last first. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const [text, setText] = useState('')
  const states = useCommandState()
  const recent = useMemo(recentCommands, [])
  const offered = states
    .filter(({ id, enabled, hidden }) => enabled && !hidden && id !== 'palette.open')
    .sort((a, b) => recency(a, recent) - recency(b, recent))
  const choose = (id: string): void => {
    onClose()
    rememberCommand(id)
    // After the dialog has gone and the focus is back where the command may need it.
    if (isCommandId(id)) setTimeout(() => runCommand(id), 0)
  }
  return (
    <Picker
      label={t('commands')}
      placeholder={t('commandsPlaceholder')}
      empty={t('noCommand')}
      text={text}
      onText={setText}
      items={fuzzySort(text, offered, ({ title }) => title).map(({ id, title, keys }) => ({
        id,
        label: title,
        detail: <Keys keys={keys} />,
      }))}
      onChoose={choose}
      onClose={onClose}
    />
  )
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <KeyCap key={key}>{showKey(key, isMac)}</KeyCap>
      ))}
    </span>
  )
}

function recency({ id }: CommandState, recent: readonly string[]): number {
  const at = recent.indexOf(id)
  return at < 0 ? recent.length : at
}
