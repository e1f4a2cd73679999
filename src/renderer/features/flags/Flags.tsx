import { useState } from 'react'
import { useCommand } from '../../commands/registry.ts'
import { FlagsDialog } from './FlagsDialog.tsx'

/** Binds the command that shows the notebook's flags, and holds their dialog. */
export function Flags() {
  const [open, setOpen] = useState(false)
  useCommand('flags.show', () => setOpen(true))
  return open ? <FlagsDialog onClose={() => setOpen(false)} /> : null
}
