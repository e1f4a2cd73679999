import { importEndings } from '#shared/documents.ts'
import { shellBridge } from './channel.ts'
import { type Offer, offerGranted, upload } from './offer.ts'

/** What a dialog asks for: several files, a folder, or one file to take the place of another. */
export type Wanted = 'files' | 'folder' | 'file'

/** Asks for files or a folder, by the system's dialog or the browser's. Offers nothing when nothing was chosen. */
export async function offerPicked(what: Wanted): Promise<Offer> {
  const shell = shellBridge()
  if (shell) return offerGranted(await shell.chooseImport(what))
  const files = await askBrowser(what)
  return upload(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })))
}

function askBrowser(what: Wanted): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = what === 'files'
  input.webkitdirectory = what === 'folder'
  if (what !== 'folder') input.accept = importEndings.map((ending) => `.${ending}`).join(',')
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}
