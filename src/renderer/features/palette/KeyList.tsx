import { useTranslation } from 'react-i18next'
import { menus } from '#shared/commands.ts'
import { showKey } from '../../commands/keys.ts'
import { isMac } from '../../commands/platform.ts'
import { type CommandState, useCommandState } from '../../commands/registry.ts'
import { Dialog, KeyCap } from '../../ui/index.ts'
import styles from './KeyList.module.css'

/** Every key of the window, by menu. Keys without a menu act on a passage and stand with the other ones that do. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const { t: titles } = useTranslation('commands')
  const states = useCommandState().filter(({ keys }) => keys.length > 0)
  return (
    <Dialog title={t('keys')} isOpen onClose={onClose} size="large">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list is longer than the dialog, and holds nothing else that a key could scroll it by */}
      <div className={styles.columns} tabIndex={0}>
        {menus.map((menu) => (
          <section key={menu} className={styles.group}>
            <h3 className={styles.heading}>{titles(`menu.${menu}`)}</h3>
            <dl className={styles.list}>
              {states
                .filter((state) => (state.menu ?? 'annotate') === menu)
                .map((state) => (
                  <Row key={state.id} state={state} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Row({ state }: { state: CommandState }) {
  const { t } = useTranslation('commands')
  return (
    <div className={styles.row}>
      <dt>{t(state.id)}</dt>
      <dd className={styles.keys}>
        {state.keys.map((key) => (
          <KeyCap key={key}>{showKey(key, isMac)}</KeyCap>
        ))}
      </dd>
    </div>
  )
}
