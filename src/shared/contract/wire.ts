import type { WireError } from '../errors.ts'
import type { EngineEventName, EngineEvents } from './events.ts'

/** An answer as it travels: errors are data, so that nothing but code, message and details can cross. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: WireError }

/** What a client may ask of the engine over a birpc channel. */
export interface EngineSide {
  call(name: string, input: unknown): Promise<Answer>
}

/** What the engine may tell a client over the same channel. */
export interface ClientSide {
  event<Name extends EngineEventName>(name: Name, payload: EngineEvents[Name]): void
}
