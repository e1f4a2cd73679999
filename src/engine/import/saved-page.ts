/** What browsers call the folder of a saved page's parts, beside `NAME.html`, in their many languages. */
const partsFolder =
  /^(.+?)(?:[_-](?:files|file|filer|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|fitxers|pliki|soubory|tiedostot|elemei|bylos|datoteke|dosyalar|failid|fails|fajlovi|fitxategiak)|\.files)$/i

const page = /\.(?:html?|xhtml|shtml)$/i

/** Files that systems leave in folders, and nobody wrote. Compared in lower case. */
const leftBehind = new Set(['thumbs.db', 'desktop.ini', '__macosx'])

/** Whether a name in a folder or an archive is that of something hidden, or of something that a system left there. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || leftBehind.has(name.toLowerCase())
}

/**
 * Tells the folders that hold the parts of a saved page: scripts, styles and frames are no articles. `names` are those
 * of everything in the folder around them.
 */
export function partsOfPages(names: Iterable<string>): (folder: string) => boolean {
  const pages = new Set<string>()
  for (const name of names) if (page.test(name)) pages.add(name.replace(page, '').toLowerCase())
  return (folder) => {
    const [, stem] = partsFolder.exec(folder) ?? []
    return stem !== undefined && pages.has(stem.toLowerCase())
  }
}
