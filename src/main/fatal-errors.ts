import { app, dialog } from 'electron'
import type { Log } from './log.ts'
import { describeError } from './log.ts'
import { t } from './strings.ts'

/** Logs what nothing else caught. The shell ends on an error it cannot know the extent of; the notebook is safe with the engine. */
export function endOnFatalErrors(log: Log): void {
  process.on('unhandledRejection', (reason) => log('main', `unhandled rejection: ${describeError(reason)}`))
  process.on('uncaughtException', (error) => {
    log('main', `uncaught exception: ${describeError(error)}`)
    dialog.showErrorBox(t('trouble.shell'), error.message)
    app.exit(1)
  })
}
