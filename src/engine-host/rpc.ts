import { createBirpc } from 'birpc'
import type { Engine } from '#engine/engine.ts'
import type { CallName } from '#shared/contract/contract.ts'
import type { ClientSide, EngineSide } from '#shared/contract/wire.ts'
import { toWireError } from '#shared/errors.ts'

/** A two-way channel to one client: a MessagePort, a WebSocket. Messages are whole values, in order. */
export interface Channel {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
  /** Cuts off a client that does not keep to the protocol. */
  end(): void
}

const forwarded = ['changed', 'notebook', 'job'] as const

/** The one thing a client sends: a question to `call`. Anything else birpc would trip over or answer with its own functions. */
function isCall(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false
  const { t, m, i, a } = message as Record<string, unknown>
  return t === 'q' && m === 'call' && typeof i === 'string' && Array.isArray(a)
}

/**
 * Answers a client's calls over a channel and tells it the engine's events. A client that sends anything but calls is
 * cut off. Returns how to stop.
 */
export function serveClient(engine: Engine, channel: Channel): () => void {
  const side: EngineSide = {
    async call(name, input) {
      try {
        // The name and the input are checked at the engine's door, not here.
        return { ok: true, value: await engine.call(name as CallName, input as never) }
      } catch (error) {
        return { ok: false, error: toWireError(error) }
      }
    },
  }
  const rpc = createBirpc<ClientSide, EngineSide>(side, {
    post: (message) => channel.post(message),
    on: (listener) => channel.listen((message) => (isCall(message) ? listener(message) : channel.end())),
    timeout: -1,
    eventNames: ['event'],
    // What cannot be sent is answered with an error that can.
    onGeneralError: () => true,
  })
  const stops = forwarded.map((name) =>
    engine.on(name, (payload) => void rpc.event(name, payload).catch(() => channel.end())),
  )
  return () => {
    for (const stop of stops) stop()
    rpc.$close()
  }
}
