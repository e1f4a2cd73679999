import { FileX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import type { PaneName } from '#renderer/state/readers.ts'
import { useWindow } from '#renderer/state/window.ts'
import { EmptyState, Spinner } from '#renderer/ui/index.ts'
import { AnnotationCommands } from './annotate/AnnotationCommands.tsx'
import { Reader } from './Reader.tsx'

interface ReaderViewProps {
  sourceId: string
  pane: PaneName
  /** Whether keys, finding and flags are about this pane. */
  inHand: boolean
}

/** A source to read, in the reading area or beside it. */
export function ReaderView({ sourceId, pane, inHand }: ReaderViewProps) {
  const { t } = useTranslation('reader')
  const target = useWindow((state) => (pane === 'beside' ? state.besideTarget : state.target))
  const source = useCall('sources.get', { id: sourceId })
  if (source.isError) {
    return <EmptyState icon={FileX} title={t('missing.title')} text={source.error.message} />
  }
  if (!source.data) return <Spinner />
  return (
    <>
      <Reader key={sourceId} source={source.data} target={target} pane={pane} inHand={inHand} />
      {inHand && <AnnotationCommands sourceId={sourceId} />}
    </>
  )
}
