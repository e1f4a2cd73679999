import i18next from 'i18next'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useTextChange } from '#renderer/state/textChange.ts'
import { toast } from '#renderer/ui/index.ts'
import type { TextChangeReport } from '#shared/model.ts'

/** What became of the annotations, in a few words: `12 annotations kept, 1 changed`. Empty where there were none. */
export function outcomeWords({ counts }: TextChangeReport): string {
  const t = i18next.getFixedT(null, 'textChange')
  const kept = counts.exact + counts.moved
  if (kept + counts.changed + counts.lost === 0) return ''
  const parts = [
    kept > 0 && t('kept', { count: kept }),
    counts.changed > 0 && t(kept > 0 ? 'changed' : 'changedFirst', { count: counts.changed }),
    counts.lost > 0 && t(kept + counts.changed > 0 ? 'lost' : 'lostFirst', { count: counts.lost }),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/**
 * Says what a change of a text came to, with an offer to take it back and, where words changed and are not listed
 * already, to see which.
 */
export async function tellOutcome(
  report: TextChangeReport,
  done: string,
  listed: 'listed' | 'on demand',
): Promise<void> {
  const t = i18next.getFixedT(null, 'textChange')
  if (!report.changed) {
    toast(t('same'))
    return
  }
  const offered = listed === 'on demand' && report.counts.changed + report.counts.lost > 0
  await offerUndo([done, outcomeWords(report)].filter(Boolean).join(' '), {
    ...(offered && { more: { label: t('show'), run: () => useTextChange.setState({ report }) } }),
  })
}
