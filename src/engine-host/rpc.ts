import { createBirpc } from 'birpc'
import type { Engine } from '#engine/engine.ts'
import type { CallName } from '#shared/contract/contract.ts'
import type { ClientSide, EngineSide } from '#shared/contract/wire.ts'
import { toWireError } from '#shared/errors.ts'

/** A two-way channel to one client: a MessagePort, a WebSocket. Messages are whole values, in order. */
export interface Channel {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
}

const forwarded = ['changed', 'notebook', 'job'] as const

/** Answers a client's calls over a channel and tells it the engine's events. Returns how to stop. */
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
    on: (listener) => channel.listen(listener),
    timeout: -1,
    eventNames: ['event'],
  })
  const stops = forwarded.map((name) => engine.on(name, (payload) => void rpc.event(name, payload)))
  return () => {
    for (const stop of stops) stop()
    rpc.$close()
  }
}
