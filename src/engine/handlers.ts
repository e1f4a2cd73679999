import type { CallName, CallOutput, ParsedInput } from '#shared/contract/contract.ts'
import type { Session } from './session.ts'

/** What answers a call. The input has been parsed; what it throws reaches the caller as code and message. */
export type Handler<Name extends CallName, Context> = (
  context: Context,
  input: ParsedInput<Name>,
) => CallOutput<Name> | Promise<CallOutput<Name>>

/** The handlers of one feature: its whole surface on one screen. */
export type Handlers<Names extends CallName, Context = Session> = { [Name in Names]: Handler<Name, Context> }

/** Names of the calls that begin with a feature's name. */
export type CallsOf<Feature extends string> = Extract<CallName, `${Feature}.${string}`>
