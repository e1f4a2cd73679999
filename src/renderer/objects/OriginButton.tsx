import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { write } from '#renderer/engine/queries.ts'
import { Button } from '#renderer/ui/index.ts'
import { offerUndo } from './undoToast.ts'

interface Member {
  id: string
  originId: string
}

/** Makes two sources one voice, or the first of them a voice of its own again. */
export function OriginButton({ a, b }: { a: Member; b: Member }) {
  const { t } = useTranslation('objects')
  const same = a.originId === b.originId
  return (
    <Button size="small" onPress={() => void (same ? ungroup(b.id) : group([a.id, b.id]))}>
      {same ? t('ungroup') : t('group')}
    </Button>
  )
}

/** Makes sources one origin, with an offer to take it back. Says whether it was done. */
export async function group(sourceIds: string[]): Promise<boolean> {
  const done = await write('origins.group', { sourceIds })
  if (done) await offerUndo(i18next.t('objects:grouped', { count: sourceIds.length }))
  return done !== undefined
}

/** Makes a source a voice of its own again, with an offer to take it back. */
export async function ungroup(sourceId: string): Promise<void> {
  const done = await write('origins.ungroup', { sourceId })
  if (done) await offerUndo(i18next.t('objects:ungrouped'))
}
