import { shellBridge } from '../../engine/channel.ts'
import { upload } from './offer.ts'

/** Asks for files or a folder, by the system's dialog or the browser's. Gives no handles when nothing was chosen. */
export async function pickHandles(what: 'files' | 'folder'): Promise<string[]> {
  const shell = shellBridge()
  if (shell) return (await shell.chooseImport(what)).map(({ handle }) => handle)
  const files = await askBrowser(what)
  return upload(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })))
}

function askBrowser(what: 'files' | 'folder'): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = what === 'folder'
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}
