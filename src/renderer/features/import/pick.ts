import { shellBridge } from '../../engine/channel.ts'
import { type Offer, offerGranted, upload } from './offer.ts'

/** Asks for files or a folder, by the system's dialog or the browser's. Offers nothing when nothing was chosen. */
export async function offerPicked(what: 'files' | 'folder'): Promise<Offer> {
  const shell = shellBridge()
  if (shell) return offerGranted(await shell.chooseImport(what))
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
