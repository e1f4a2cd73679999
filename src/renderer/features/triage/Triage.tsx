import { useCommand } from '#renderer/commands/registry.ts'
import { engine } from '#renderer/engine/client.ts'
import { messageOf } from '#renderer/engine/queries.ts'
import { judge, startPlacing, useJudging } from '#renderer/state/judging.ts'
import { useWindow } from '#renderer/state/window.ts'
import { toast } from '#renderer/ui/index.ts'
import { PlacingBar } from './PlacingBar.tsx'
import { TriageDialog } from './TriageDialog.tsx'

/** Binds the commands about annotations whose text changed; holds their list, and the bar while one is moved by hand. */
export function Triage() {
  const { list, placing } = useJudging()
  const selection = useWindow((state) => state.selection)
  useCommand('triage.show', () => judge())
  useCommand('triage.move', () => selection && void moveSelected(selection.id), {
    enabled: selection?.kind === 'annotation',
  })
  return (
    <>
      {placing && <PlacingBar placing={placing} />}
      {list && <TriageDialog list={list} />}
    </>
  )
}

async function moveSelected(id: string): Promise<void> {
  try {
    const annotation = await engine.call('annotations.get', { id })
    startPlacing(annotation, annotation.quote, null)
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}
