import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { saveOriginal } from '#renderer/objects/saveOriginal.ts'
import { layoutStorage } from '#renderer/state/layouts.ts'
import { usePages } from '#renderer/state/pages.ts'
import type { PaneName } from '#renderer/state/readers.ts'
import { Spinner } from '#renderer/ui/index.ts'
import styles from './Pages.module.css'

const Pages = lazy(async () => ({ default: (await import('./Pages.tsx')).Pages }))

interface WithPagesProps {
  sourceId: string
  pane: PaneName
  /** Whether keys are about this pane. */
  inHand: boolean
  /** The text. */
  children: ReactNode
}

/** A source's text, and beside it on demand the pages of the PDF that it was read from. Any source's original can be saved. */
export function WithPages({ sourceId, pane, inHand, children }: WithPagesProps) {
  const { t } = useTranslation('pages')
  const around = useRef<HTMLDivElement>(null)
  const source = useCall('sources.get', { id: sourceId })
  const shown = usePages((state) => state.shown)
  const isPdf = source.data?.mediaType === 'application/pdf'
  const beside = shown && isPdf ? source.data : undefined
  useCommand('view.pages', () => usePages.setState({ shown: !shown }), {
    enabled: inHand && isPdf,
  })
  useCommand('sources.saveOriginal', () => void saveOriginal(sourceId), { enabled: inHand })
  const layout = useDefaultLayout({
    id: `pages-${pane}`,
    panelIds: beside ? ['text', 'pages'] : ['text'],
    storage: layoutStorage,
  })
  return (
    <div ref={around} className={styles.beside}>
      <Group className={styles.group} {...layout}>
        <Panel id="text" minSize={220}>
          <div className={styles.panel}>{children}</div>
        </Panel>
        {beside && <Separator className={styles.separator} aria-label={t('resize')} />}
        {beside && (
          <Panel id="pages" defaultSize="50%" minSize={200}>
            <div className={styles.panel}>
              <Suspense fallback={<Spinner />}>
                <Pages key={sourceId} source={beside} pane={pane} around={around} />
              </Suspense>
            </div>
          </Panel>
        )}
      </Group>
    </div>
  )
}
