import { ChevronLeft, ChevronRight, Command, PanelLeft, PanelRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { keysOf, runCommand } from '../commands/registry.ts'
import { SearchBox } from '../features/search/index.ts'
import { NotebookMenu } from '../features/start/index.ts'
import { useWindow } from '../state/window.ts'
import { IconButton } from '../ui/index.ts'
import { ReadingMenu } from './ReadingMenu.tsx'
import styles from './TopBar.module.css'
import { ViewTabs } from './ViewTabs.tsx'

/** The notebook, the search and the views. */
export function TopBar() {
  const { t } = useTranslation('app')
  const { trail, sidebar, margin, view } = useWindow(
    useShallow(({ trail, sidebar, margin, view }) => ({ trail, sidebar, margin, view })),
  )
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <NotebookMenu />
        <IconButton
          icon={PanelLeft}
          label={t('top.sidebar')}
          keys={keysOf('view.sidebar')[0]}
          pressed={sidebar}
          onPress={() => runCommand('view.sidebar')}
        />
        <IconButton
          icon={ChevronLeft}
          label={t('top.back')}
          keys={keysOf('go.back')[0]}
          isDisabled={trail.past.length === 0}
          onPress={() => runCommand('go.back')}
        />
        <IconButton
          icon={ChevronRight}
          label={t('top.forward')}
          keys={keysOf('go.forward')[0]}
          isDisabled={trail.future.length === 0}
          onPress={() => runCommand('go.forward')}
        />
      </div>
      <SearchBox />
      <div className={styles.end}>
        <ViewTabs />
        <ReadingMenu />
        <IconButton
          icon={PanelRight}
          label={t('top.margin')}
          keys={keysOf('view.margin')[0]}
          pressed={margin && view === 'read'}
          isDisabled={view !== 'read'}
          onPress={() => runCommand('view.margin')}
        />
        <IconButton
          icon={Command}
          label={t('top.palette')}
          keys={keysOf('palette.open')[0]}
          onPress={() => runCommand('palette.open')}
        />
      </div>
    </header>
  )
}
