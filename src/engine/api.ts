import { type CallName, contract, isCallName, type ParsedInput } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import { annotationHandlers } from './annotations/annotations.ts'
import { driftedHandlers } from './annotations/drifted.ts'
import { manyAnnotationHandlers } from './annotations/many.ts'
import { claimHandlers } from './claims/claims.ts'
import { mergeHandlers } from './claims/merge.ts'
import { collectionHandlers } from './collections/collections.ts'
import { fileHandlers } from './files.ts'
import type { CallsOf, Handlers } from './handlers.ts'
import { historyHandlers } from './history/history.ts'
import { versionHandlers } from './history/versions.ts'
import { imageHandlers } from './images/images.ts'
import { linkHandlers } from './links/links.ts'
import { relationHandlers } from './links/relations.ts'
import { type EngineContext, notebookHandlers } from './notebook.ts'
import { backlinkHandlers } from './notes/backlinks.ts'
import { noteHandlers } from './notes/notes.ts'
import { savedSearchHandlers } from './search/saved.ts'
import { searchHandlers } from './search/search.ts'
import { attachmentHandlers } from './sources/attachments.ts'
import { citationHandlers } from './sources/citations.ts'
import { correctHandlers } from './sources/correct.ts'
import { flagHandlers } from './sources/flags.ts'
import { manyHandlers } from './sources/many.ts'
import { originalHandlers } from './sources/originals.ts'
import { originHandlers } from './sources/origins.ts'
import { replaceHandlers } from './sources/replace.ts'
import { similarHandlers } from './sources/similar.ts'
import { sourceHandlers } from './sources/sources.ts'
import { tagHandlers } from './tags/tags.ts'
import { inboxHandlers } from './views/inbox.ts'
import { viewHandlers } from './views/views.ts'

type ContextCalls =
  | CallsOf<'notebook'>
  | CallsOf<'settings'>
  | CallsOf<'files'>
  | CallsOf<'import'>
  | CallsOf<'export'>
  | CallsOf<'jobs'>
  | 'sources.replace'
  | 'sources.correct'
  | 'sources.attachments'
  | 'sources.saveOriginal'

const contextHandlers: Handlers<ContextCalls, EngineContext> = {
  ...notebookHandlers,
  ...fileHandlers,
  ...replaceHandlers,
  ...correctHandlers,
  ...attachmentHandlers,
  ...originalHandlers,
}

/** Everything else needs the open notebook only. The type makes sure that no call of the contract is left out. */
const sessionHandlers: Handlers<Exclude<CallName, ContextCalls>> = {
  ...sourceHandlers,
  ...citationHandlers,
  ...manyHandlers,
  ...similarHandlers,
  ...flagHandlers,
  ...originHandlers,
  ...annotationHandlers,
  ...driftedHandlers,
  ...manyAnnotationHandlers,
  ...tagHandlers,
  ...collectionHandlers,
  ...searchHandlers,
  ...savedSearchHandlers,
  ...claimHandlers,
  ...mergeHandlers,
  ...linkHandlers,
  ...relationHandlers,
  ...noteHandlers,
  ...backlinkHandlers,
  ...imageHandlers,
  ...historyHandlers,
  ...versionHandlers,
  ...viewHandlers,
  ...inboxHandlers,
}

/**
 * The engine's door: checks that the call exists, that its input is what the contract says and that the notebook may
 * be written, then hands it to its service. Throws `unknown_method`, `invalid_input`, `read_only`, or what the service throws.
 */
export async function answer(context: EngineContext, name: string, input: unknown): Promise<unknown> {
  if (!isCallName(name)) throw new CrossreadError('unknown_method', `The engine knows no call “${name}”.`)
  const parsed = parseInput(name, input)
  if (contract[name].access === 'write' && context.session.store.readOnly) {
    throw new CrossreadError('read_only', 'This notebook is open for reading only.')
  }
  return dispatch(context, name, parsed)
}

function parseInput(name: CallName, input: unknown): ParsedInput<CallName> {
  const result = contract[name].input.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new CrossreadError(
    'invalid_input',
    `${name}: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'bad input'}`,
    {
      path: issue?.path.map(String) ?? [],
    },
  )
}

type AnyHandler<Context> = (context: Context, input: unknown) => unknown

function dispatch(context: EngineContext, name: CallName, input: unknown): unknown {
  // The tables are typed call by call; here, where the name is only known at run time, that link is made by hand once.
  if (Object.hasOwn(contextHandlers, name)) {
    return (contextHandlers as Record<string, AnyHandler<EngineContext>>)[name]?.(context, input)
  }
  return (sessionHandlers as Record<string, AnyHandler<EngineContext['session']>>)[name]?.(
    context.session,
    input,
  )
}
