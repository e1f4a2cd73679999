import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '#renderer/engine/client.ts'
import { messageOf, queryClient, useCall } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'
import { type Colour, colours } from '#shared/model.ts'

/** What the notebook's people call its colours; one without a name of its own is called what it is. */
export type ColourNames = Partial<Record<Colour, string>>

/** Where a notebook keeps the names. */
const key = 'colour-names'

export interface NamedColours {
  /** The name that was given, or else what the colour is called: `Counter-evidence`, `Green`. */
  name(colour: Colour): string
  /** The same with the colour beside a name that does not say it: `Counter-evidence (green)`. */
  full(colour: Colour): string
  own: ColourNames
}

/** How the eight colours are called in this notebook. */
export function useColours(): NamedColours {
  const { t } = useTranslation('objects')
  const { data } = useCall('settings.get', { key })
  const own = useMemo(() => readNames(data?.value), [data])
  const name = useCallback((colour: Colour) => own[colour] ?? t(`colour.${colour}`), [own, t])
  const full = useCallback(
    (colour: Colour) => {
      const given = own[colour]
      return given === undefined
        ? t(`colour.${colour}`)
        : t('colourNamed', { name: given, colour: t(`colour.${colour}`).toLocaleLowerCase() })
    },
    [own, t],
  )
  return useMemo(() => ({ name, full, own }), [name, full, own])
}

/** Keeps the names with the notebook; empty ones give a colour its plain name back. Says whether that was possible. */
export async function nameColours(names: ColourNames): Promise<boolean> {
  const value = readNames(names)
  try {
    await engine.call('settings.set', { key, value })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
    return false
  }
  queryClient.setQueryData(['settings.get', { key }], { value })
  return true
}

/** Settings may hold anything: what is not a name of a colour is left out. */
function readNames(value: unknown): Record<string, string> & ColourNames {
  const names: Record<string, string> & ColourNames = {}
  if (typeof value !== 'object' || value === null) return names
  const entries = new Map(Object.entries(value))
  for (const colour of colours) {
    const name: unknown = entries.get(colour)
    if (typeof name === 'string' && name.trim() !== '') names[colour] = name.trim().slice(0, 60)
  }
  return names
}
