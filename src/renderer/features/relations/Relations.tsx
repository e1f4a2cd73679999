import { useState } from 'react'
import { useCommand } from '#renderer/commands/registry.ts'
import { RelationsDialog } from './RelationsDialog.tsx'

/** Binds the commands that open the notebook's relations, at the first or at a new one. */
export function Relations() {
  const [open, setOpen] = useState<'all' | 'new' | null>(null)
  useCommand('relations.show', () => setOpen('all'))
  useCommand('relations.add', () => setOpen('new'))
  return open && <RelationsDialog startWithNew={open === 'new'} onClose={() => setOpen(null)} />
}
