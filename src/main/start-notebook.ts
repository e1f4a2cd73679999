import { resolve } from 'node:path'

export const notebookExtension = '.crossread'

/** The first notebook named in a command line (without the program's own arguments), made absolute; null when none is. */
export function notebookInArguments(args: readonly string[], workingFolder: string): string | null {
  const named = args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(notebookExtension))
  return named === undefined ? null : resolve(workingFolder, named)
}

export interface StartChoice {
  /** `CROSSREAD_NOTEBOOK`, where it is set. */
  fromEnvironment: string | undefined
  fromArguments: string | null
  /** The notebook open when the app last ended. */
  last: string | null
  fallback: string
  exists: (path: string) => boolean
}

/** Which notebook to open at start. A named one may not exist yet; the last one is passed over when it has gone. */
export function notebookToStart(choice: StartChoice): string {
  if (choice.fromArguments !== null) return choice.fromArguments
  if (choice.fromEnvironment !== undefined && choice.fromEnvironment !== '')
    return resolve(choice.fromEnvironment)
  if (choice.last !== null && choice.exists(choice.last)) return choice.last
  return choice.fallback
}

/** A path to save a notebook under, with the extension the person may have left out. */
export function withNotebookExtension(path: string): string {
  return path.toLowerCase().endsWith(notebookExtension) ? path : path + notebookExtension
}
