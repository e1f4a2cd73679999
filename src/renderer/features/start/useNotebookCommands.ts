import { useCommand } from '../../commands/registry.ts'
import { shellBridge } from '../../engine/channel.ts'
import { engine } from '../../engine/client.ts'
import { messageOf } from '../../engine/queries.ts'
import { toast } from '../../ui/index.ts'

/** Binds what concerns the notebook as a whole. Choosing a notebook's file needs the shell, which a browser lacks. */
export function useNotebookCommands(rename: () => void): void {
  const inShell = { enabled: shellBridge() !== null }
  useCommand('notebook.new', () => void attempt(() => openChosen('create')), inShell)
  useCommand('notebook.open', () => void attempt(() => openChosen('open')), inShell)
  useCommand('notebook.openSample', () => void attempt(() => engine.call('notebook.openSample', {})))
  useCommand('notebook.rename', rename)
}

async function openChosen(what: 'open' | 'create'): Promise<void> {
  const chosen = await shellBridge()?.chooseNotebook(what)
  if (chosen) await engine.call('notebook.open', { handle: chosen.handle })
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}
