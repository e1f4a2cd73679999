import { useState } from 'react'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { SplitDialog } from './SplitDialog.tsx'

/** Binds the command that parts the open claim. */
export function Splitting({ claimId }: { claimId: string }) {
  const [askedFor, setAskedFor] = useState<string | null>(null)
  useCommand('claims.split', () => setAskedFor(claimId))
  const claim = useCall('claims.get', { id: askedFor ?? claimId }, { enabled: askedFor !== null })
  if (askedFor === null || !claim.data) return null
  return <SplitDialog claim={claim.data} onClose={() => setAskedFor(null)} />
}
