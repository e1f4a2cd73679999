import type { z } from 'zod'
import { annotationCalls, tagCalls } from './annotations.ts'
import type { Call } from './call.ts'
import { claimCalls, linkCalls, noteCalls } from './claims.ts'
import { collectionCalls } from './collections.ts'
import { inboxCalls, mergeCalls, relationCalls, versionCalls } from './evidence.ts'
import { imageCalls } from './images.ts'
import { fileCalls, historyCalls, notebookCalls, settingCalls, viewCalls } from './notebook.ts'
import { savedSearchCalls, searchCalls } from './search.ts'
import { flagCalls, originCalls, sourceCalls } from './sources.ts'

/** Every call the engine answers. The window, the browser and the command line know the engine by this alone. */
export const contract = {
  ...notebookCalls,
  ...settingCalls,
  ...historyCalls,
  ...versionCalls,
  ...viewCalls,
  ...inboxCalls,
  ...fileCalls,
  ...sourceCalls,
  ...flagCalls,
  ...originCalls,
  ...collectionCalls,
  ...annotationCalls,
  ...tagCalls,
  ...searchCalls,
  ...savedSearchCalls,
  ...claimCalls,
  ...mergeCalls,
  ...linkCalls,
  ...relationCalls,
  ...noteCalls,
  ...imageCalls,
} satisfies Record<string, Call>

export type Contract = typeof contract
export type CallName = keyof Contract
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>
/** The input as the engine sees it, parsed. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>
export type CallOutput<Name extends CallName> =
  Contract[Name] extends Call<z.ZodType, infer Output> ? Output : never

/** A typed way to the engine, whatever lies between. Rejects with a `CrossreadError`. */
export type CallEngine = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<CallOutput<Name>>

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}
