/** The closed set of reasons a call to the engine can fail for. */
export const errorCodes = [
  'invalid_input',
  'unknown_method',
  'forbidden',
  'not_found',
  'conflict',
  'nothing_to_undo',
  'nothing_to_redo',
  'quote_not_found',
  'quote_ambiguous',
  'notebook_missing',
  'notebook_newer',
  'notebook_damaged',
  'notebook_in_use',
  'not_a_notebook',
  'read_only',
  'file_unreadable',
  'file_exists',
  'cancelled',
  'engine_gone',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** How an error travels between processes: never with a stack. */
export interface WireError {
  code: ErrorCode
  message: string
  details?: Record<string, unknown>
}

/** An error whose message is written for the person who uses Crossread. */
export class CrossreadError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown> | undefined

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>) {
    super(message)
    this.name = 'CrossreadError'
    this.code = code
    this.details = details
  }

  static fromWire(wire: WireError): CrossreadError {
    return new CrossreadError(wire.code, wire.message, wire.details)
  }

  toWire(): WireError {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details }
  }
}

/** What to tell the caller about anything thrown. An error of ours keeps its words, any other says only that it happened. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof CrossreadError) return thrown.toWire()
  return { code: 'internal', message: 'Something went wrong inside Crossread. The log has the details.' }
}
