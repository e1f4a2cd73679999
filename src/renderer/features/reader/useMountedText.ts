import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isMac } from '#renderer/commands/platform.ts'
import type { Source } from '#shared/model.ts'
import { fillInTime } from './text/fillInTime.ts'
import { mountText } from './text/mountText.ts'
import { TextMap } from './text/TextMap.ts'

/** Puts the source's text into `root`, anew only when the text or the title it is compared with changes. Gives the source as it is now. */
export function useMountedText(
  root: RefObject<HTMLElement | null>,
  source: Source,
  onMount: (map: TextMap | null) => void,
): RefObject<Source> {
  const latest = useRef(source)
  latest.current = source
  const { t } = useTranslation('reader')
  const { id, textHash, title } = source
  // biome-ignore lint/correctness/useExhaustiveDependencies: these three say when what is shown of a source changes
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const mounted = mountText(element, latest.current, {
      page: (page) => t('page', { page }),
      link: (href) =>
        href.startsWith('#') ? t('reference') : t(isMac ? 'linkMac' : 'link', { address: href }),
    })
    const map = new TextMap(element, latest.current, mounted.fill)
    onMount(map)
    const stop = fillInTime(map)
    return () => {
      stop()
      mounted.dispose()
      element.replaceChildren()
    }
  }, [root, onMount, id, textHash, title])
  return latest
}
