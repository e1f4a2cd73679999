import { BookOpen, FileX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import { EmptyState, Spinner } from '#renderer/ui/index.ts'
import { AnnotationCommands } from './annotate/AnnotationCommands.tsx'
import { Reader } from './Reader.tsx'

/** The source one reads; with `sourceId` another one, beside it, that does not follow the window's jumps. */
export function ReaderView({ sourceId }: { sourceId?: string }) {
  const { t } = useTranslation('reader')
  const open = useWindow((state) => state.sourceId)
  const target = useWindow((state) => state.target)
  const id = sourceId ?? open
  const source = useCall('sources.get', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <EmptyState icon={BookOpen} title={t('empty.title')} text={t('empty.text')} />
  if (source.isError) {
    return <EmptyState icon={FileX} title={t('missing.title')} text={source.error.message} />
  }
  if (!source.data) return <Spinner />
  return (
    <>
      <Reader
        key={id}
        source={source.data}
        target={sourceId ? null : target}
        beside={sourceId !== undefined}
      />
      {!sourceId && <AnnotationCommands sourceId={id} />}
    </>
  )
}
