import { useState } from 'react'
import { useCommand } from '#renderer/commands/registry.ts'
import { RelationsDialog } from './RelationsDialog.tsx'

/** Binds the command that opens the notebook's relations. */
export function Relations() {
  const [open, setOpen] = useState(false)
  useCommand('relations.show', () => setOpen(true))
  return open && <RelationsDialog onClose={() => setOpen(false)} />
}
