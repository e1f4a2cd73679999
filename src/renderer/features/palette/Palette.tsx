import { useState } from 'react'
import { useCommand } from '../../commands/registry.ts'
import { BesidePalette } from './BesidePalette.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { KeyList } from './KeyList.tsx'
import { SourcePalette } from './SourcePalette.tsx'

/** What one opens with a key and a few letters: commands, sources, and the list of all keys. */
export function Palette() {
  const [open, setOpen] = useState<'commands' | 'sources' | 'beside' | 'keys' | null>(null)
  const close = (): void => setOpen(null)
  useCommand('palette.open', () => setOpen('commands'))
  useCommand('go.source', () => setOpen('sources'))
  useCommand('beside.open', () => setOpen('beside'))
  useCommand('help.keys', () => setOpen('keys'))
  return (
    <>
      {open === 'commands' && <CommandPalette onClose={close} />}
      {open === 'sources' && <SourcePalette onClose={close} />}
      {open === 'beside' && <BesidePalette onClose={close} />}
      {open === 'keys' && <KeyList onClose={close} />}
    </>
  )
}
