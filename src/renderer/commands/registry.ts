import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { type CommandId, type CommandSpec, commands } from '#shared/commands.ts'

/** What a mounted component does for a command. */
interface Binding {
  run(): void
  enabled: boolean
  /** Replaces the catalogue's title, such as `Undo highlight`. */
  title: string | undefined
}

interface Bindings {
  /** For each command, the newest last. */
  bound: Partial<Record<CommandId, readonly Binding[]>>
}

const useBindings = create<Bindings>(() => ({ bound: {} }))

/** Binds what a command does while the component is mounted. Of several, the one bound last that is enabled counts. */
export function useCommand(
  id: CommandId,
  run: () => void,
  options: { enabled?: boolean; title?: string } = {},
): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const enabled = options.enabled ?? true
  const { title } = options
  useEffect(() => bind(id, { run: () => latest.current(), enabled, title }), [id, enabled, title])
}

/** The binding that counts. Where none is enabled, the newest says how the command is called. */
function current(bindings: readonly Binding[] | undefined): Binding | undefined {
  return bindings?.findLast((binding) => binding.enabled) ?? bindings?.at(-1)
}

function bind(id: CommandId, binding: Binding): () => void {
  const change = (edit: (all: readonly Binding[]) => readonly Binding[]): void =>
    useBindings.setState(({ bound }) => ({ bound: { ...bound, [id]: edit(bound[id] ?? []) } }))
  change((all) => [...all, binding])
  return () => change((all) => all.filter((other) => other !== binding))
}

/** Runs a command if something is bound to it and enabled. Says whether it ran. */
export function runCommand(id: CommandId): boolean {
  const binding = current(useBindings.getState().bound[id])
  if (!binding?.enabled) return false
  binding.run()
  return true
}

/** Whether `id` names a command; what comes from the native menu is only a string. */
export function isCommandId(id: string): id is CommandId {
  return commands.some((command) => command.id === id)
}

/** A command as menus, the palette and the key list show it. */
export interface CommandState {
  id: CommandId
  title: string
  keys: readonly string[]
  menu: CommandSpec['menu']
  group: number
  hidden: boolean
  enabled: boolean
}

/**
 * Every command with its title and whether it can run now, in the order of the table. Bindings change with every passage
 * and every step of the history: what lists commands calls this while it is shown, and not while it is closed.
 */
export function useCommandState(): CommandState[] {
  const { bound } = useBindings()
  const { t } = useTranslation('commands')
  return useMemo(() => statesOf(bound, t), [bound, t])
}

/** The same outside of rendering. `t` gives the titles of the catalogue. */
export function commandStates(t: (id: string) => string): CommandState[] {
  return statesOf(useBindings.getState().bound, t)
}

/** Calls `listener` whenever a command is bound, or no longer. Returns how to stop. */
export function onCommandsChanged(listener: () => void): () => void {
  return useBindings.subscribe(listener)
}

function statesOf(bound: Bindings['bound'], t: (id: string) => string): CommandState[] {
  return commands.map((command: CommandSpec & { id: CommandId }) => {
    const binding = current(bound[command.id])
    return {
      id: command.id,
      title: binding?.title ?? t(command.id),
      keys: command.keys,
      menu: command.menu,
      group: command.group ?? 0,
      hidden: command.hidden ?? false,
      enabled: binding?.enabled ?? false,
    }
  })
}

/** The keys of one command as the table writes them. */
export function keysOf(id: CommandId): readonly string[] {
  return commands.find((command) => command.id === id)?.keys ?? []
}
