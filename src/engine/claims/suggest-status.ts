import type { StatusSuggestion } from '#shared/model.ts'

/** How many independent origins it takes before support is more than one voice. */
const enoughOrigins = 2

/**
 * The status the evidence speaks for. One voice is not enough for any: it takes two independent origins for
 * `supported` or `refuted`, and voices on both sides make a claim `contested`. The researcher decides.
 */
export function suggestStatus(stance: { supporting: number; contradicting: number }): StatusSuggestion {
  const { supporting, contradicting } = stance
  const counts = { supportingOrigins: supporting, contradictingOrigins: contradicting }
  if (supporting > 0 && contradicting > 0) return { status: 'contested', ...counts }
  if (supporting >= enoughOrigins) return { status: 'supported', ...counts }
  if (contradicting >= enoughOrigins) return { status: 'refuted', ...counts }
  return { status: 'open', ...counts }
}
