import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#shared/commands.ts'
import { isCommandId, runCommand, useCommandState } from '../../commands/registry.ts'
import { useCall } from '../../engine/queries.ts'
import { Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/index.ts'
import styles from './NotebookMenu.module.css'
import { RenameDialog } from './RenameDialog.tsx'
import { useNotebookCommands } from './useNotebookCommands.ts'

/** What the menu holds, group by group. Commands that nothing is bound to, as in a browser tab, are left out. */
const groups: readonly (readonly CommandId[])[] = [
  ['notebook.new', 'notebook.open', 'notebook.openSample', 'notebook.rename'],
  ['import.files', 'import.folder', 'import.paste'],
  ['export.markdown', 'export.jsonld'],
  ['history.undo', 'history.redo', 'history.show'],
  ['help.keys'],
]
const alwaysShown: readonly CommandId[] = ['history.undo', 'history.redo']

/** The notebook's name, and what one does with a notebook as a whole. */
export function NotebookMenu() {
  const { t } = useTranslation('start')
  const { data } = useCall('notebook.info', {})
  const [renaming, setRenaming] = useState(false)
  useNotebookCommands(() => setRenaming(true))
  return (
    <>
      <MenuTrigger>
        <Button className={styles.button ?? ''} aria-label={t('menu', { name: data?.name ?? '' })}>
          <span className={styles.name}>{data?.name ?? t('opening')}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Menu label={t('menuLabel')} onAction={(id) => isCommandId(id) && runCommand(id)}>
          <Commands />
        </Menu>
      </MenuTrigger>
      {renaming && data && <RenameDialog name={data.name} onClose={() => setRenaming(false)} />}
    </>
  )
}

/** There while the menu is open: what can run changes with every passage one selects. */
function Commands() {
  const states = useCommandState()
  const shown = groups
    .map((group) =>
      states.filter(({ id, enabled }) => group.includes(id) && (enabled || alwaysShown.includes(id))),
    )
    .filter((group) => group.length > 0)
  return shown.flatMap((group, index) => [
    index > 0 && <MenuSeparator key={`before-${group[0]?.id}`} />,
    ...group.map(({ id, title, keys, enabled }) => (
      <MenuItem key={id} id={id} keys={keys[0]} isDisabled={!enabled}>
        {title}
      </MenuItem>
    )),
  ])
}
