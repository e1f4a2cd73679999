import { useTranslation } from 'react-i18next'
import { newId } from '#shared/ids.ts'
import { useCommand } from '../../commands/registry.ts'
import { offerPicked } from '../../engine/pick.ts'
import { messageOf, useWrite } from '../../engine/queries.ts'
import { useTextChange } from '../../state/textChange.ts'
import { useWindow } from '../../state/window.ts'
import { toast } from '../../ui/index.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import { tellOutcome } from './outcome.ts'

/** The ways a source's text changes, by hand or by a newer file, and what became of its annotations. */
export function TextChanges() {
  const { t } = useTranslation('textChange')
  const write = useWrite()
  const { correcting, report } = useTextChange()
  const sourceId = useWindow((state) => state.sourceId)
  const replace = async (id: string): Promise<void> => {
    try {
      const { handles, unreadable } = await offerPicked('file')
      const [handle] = handles
      const [problem] = unreadable
      if (problem) toast(problem.reason ?? '', { tone: 'danger' })
      if (handle === undefined) return
      const done = await write('sources.replace', { jobId: newId(), id, handle })
      if (!done) return
      const listed = done.changed && done.outcomes.length > 0
      await tellOutcome(done, t('replaced'), listed ? 'listed' : 'on demand')
      if (listed) useTextChange.setState({ report: done })
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    }
  }
  useCommand('sources.replace', () => sourceId !== null && void replace(sourceId), {
    enabled: sourceId !== null,
  })
  return (
    <>
      {correcting && (
        <CorrectDialog
          key={`${correcting.sourceId} ${correcting.start}`}
          passage={correcting}
          onClose={() => useTextChange.setState({ correcting: null })}
        />
      )}
      {report && <OutcomeDialog report={report} onClose={() => useTextChange.setState({ report: null })} />}
    </>
  )
}
