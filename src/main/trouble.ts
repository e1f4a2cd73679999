import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { dialog } from 'electron'
import type { WireError } from '#shared/errors.ts'
import { t } from './strings.ts'

type Parent = BrowserWindow | null

/** Says why a notebook could not be opened and asks what to do instead. */
export async function askAfterFailedOpening(
  parent: Parent,
  error: WireError,
  path: string,
): Promise<'again' | 'open' | 'create' | 'quit'> {
  const choices = ['open', 'create', 'again', 'quit'] as const
  const buttons = [t('choice.openAnother'), t('choice.createAnother'), t('choice.tryAgain'), t('choice.quit')]
  const detail = `${error.message}\n\n${path}`
  const chosen = await ask(parent, {
    type: 'error',
    message: t('trouble.open'),
    detail,
    buttons,
    cancelId: 3,
  })
  return choices[chosen] ?? 'quit'
}

/** Says that the engine keeps dying and asks whether to try once more. */
export async function askAfterRepeatedDeath(parent: Parent): Promise<'restart' | 'quit'> {
  const chosen = await ask(parent, {
    type: 'error',
    message: t('trouble.engine'),
    detail: t('trouble.engineDetail'),
    buttons: [t('choice.restart'), t('choice.quit')],
    cancelId: 1,
  })
  return chosen === 0 ? 'restart' : 'quit'
}

/** Says that the page died and asks whether to load it again. */
export async function askAfterPageDeath(parent: Parent): Promise<'reload' | 'quit'> {
  const chosen = await ask(parent, {
    type: 'error',
    message: t('trouble.page'),
    detail: t('trouble.pageDetail'),
    buttons: [t('choice.reload'), t('choice.quit')],
    cancelId: 1,
  })
  return chosen === 0 ? 'reload' : 'quit'
}

async function ask(parent: Parent, options: MessageBoxOptions): Promise<number> {
  const full: MessageBoxOptions = { noLink: true, defaultId: 0, ...options }
  const answer = parent ? await dialog.showMessageBox(parent, full) : await dialog.showMessageBox(full)
  return answer.response
}
