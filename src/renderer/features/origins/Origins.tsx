import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { groupSources, ungroupSource } from '#renderer/objects/origins.ts'
import { showOrigins, useGrouping } from '#renderer/state/grouping.ts'
import { useScope } from '#renderer/state/scope.ts'
import { useWindow } from '#renderer/state/window.ts'
import { OriginsDialog } from './OriginsDialog.tsx'

/** Binds the commands about origins: to the sources that are selected in the list, or to the one that is open. */
export function Origins() {
  const open = useGrouping((state) => state.sourceIds !== null)
  const sourceId = useWindow((state) => state.sourceId)
  const chosen = useScope((state) => state.chosen)
  const source = useCall('sources.get', { id: sourceId ?? '' }, { enabled: sourceId !== null }).data
  useCommand('origins.show', () => showOrigins())
  useCommand('origins.group', () => {
    if (chosen.size > 1) void groupSources([...chosen])
    else showOrigins(sourceId === null ? [] : [sourceId])
  })
  useCommand('origins.ungroup', () => source && void ungroupSource(source.id), {
    enabled: source !== undefined && source.originSize > 1,
  })
  return open && <OriginsDialog onClose={() => useGrouping.setState({ sourceIds: null })} />
}
