import { type BirpcReturn, createBirpc } from 'birpc'
import type { CallEngine, CallInput, CallName, CallOutput } from '#shared/contract/contract.ts'
import type { EngineEventName, EngineEvents } from '#shared/contract/events.ts'
import type { ClientSide, EngineSide } from '#shared/contract/wire.ts'
import { CrossreadError } from '#shared/errors.ts'
import { type Channel, watchChannels } from './channel.ts'
import { useEngineStatus } from './status.ts'

type Line = BirpcReturn<EngineSide, ClientSide>
type Listener = (payload: never) => void

const listeners = new Map<EngineEventName, Set<Listener>>()
let line: Line | null = null
const waiting: { resolve: (line: Line) => void; reject: (error: CrossreadError) => void }[] = []

const side: ClientSide = {
  event(name, payload) {
    for (const listener of listeners.get(name) ?? []) listener(payload as never)
  },
}

/** The window's one way to the notebook. Calls wait until the engine answers; `engine_gone` says it died meanwhile. */
export const engine: {
  call: CallEngine
  on<Name extends EngineEventName>(name: Name, listener: (payload: EngineEvents[Name]) => void): () => void
} = {
  async call<Name extends CallName>(name: Name, input: CallInput<Name>) {
    const open = line ?? (await nextLine())
    const answer = await open.call(name, input)
    if (!answer.ok) throw CrossreadError.fromWire(answer.error)
    // The engine checks its side of the contract; the wire itself carries no types.
    return answer.value as CallOutput<Name>
  },
  on(name, listener) {
    const all = listeners.get(name) ?? new Set()
    listeners.set(name, all.add(listener))
    return () => {
      all.delete(listener)
    }
  },
}

/** Opens the line to the engine and keeps it open. Called once, when the window starts. */
export function connectEngine(): void {
  watchChannels({
    opened(channel) {
      dropLine()
      line = lineOver(channel)
      useEngineStatus.setState({ status: 'ready' })
      for (const { resolve } of waiting.splice(0)) resolve(line)
    },
    lost(willReturn) {
      dropLine()
      useEngineStatus.setState({ status: willReturn ? 'lost' : 'stopped' })
      if (!willReturn) for (const { reject } of waiting.splice(0)) reject(engineGone())
    },
  })
}

function lineOver(channel: Channel): Line {
  return createBirpc<EngineSide, ClientSide>(side, {
    post: (message: unknown) => channel.post(message),
    on: (listener) => channel.listen(listener),
    off: () => channel.close(),
    // Imports take as long as they take; a line that died rejects its calls by itself.
    timeout: -1,
  })
}

function nextLine(): Promise<Line> {
  if (useEngineStatus.getState().status === 'stopped') return Promise.reject(engineGone())
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
}

function dropLine(): void {
  line?.$close(engineGone())
  line = null
}

function engineGone(): CrossreadError {
  return new CrossreadError(
    'engine_gone',
    'Crossread lost touch with its engine. What was saved is safe; please try again.',
  )
}
