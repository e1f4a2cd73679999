import { mkdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { BrowserWindow, FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { dialog } from 'electron'
import { archiveEndings, type DocumentGroup, documentGroups, importEndings } from '#shared/documents.ts'
import type { ExportFormat } from '#shared/model.ts'
import { notebooksFolder } from './paths.ts'
import { notebookExtension, withNotebookExtension } from './start-notebook.ts'
import { t } from './strings.ts'

/** The window a dialog belongs to; null while there is none. */
type Parent = BrowserWindow | null

/** Asks which files, which one file, or which folders to import. An empty list when the person thinks better of it. */
export async function chooseImports(parent: Parent, what: 'files' | 'folder' | 'file'): Promise<string[]> {
  if (what === 'folder') {
    return await chooseExisting(parent, {
      title: t('import.folder'),
      buttonLabel: t('import.button'),
      properties: ['openDirectory', 'multiSelections'],
    })
  }
  return await chooseExisting(parent, {
    title: t(`import.${what}`),
    buttonLabel: t(what === 'file' ? 'import.fileButton' : 'import.button'),
    filters: importFilters(),
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openFile'],
  })
}

/** Everything at once first, then kind by kind; texts often have names without an ending, so any file comes last. */
function importFilters(): FileFilter[] {
  const groups = Object.entries(documentGroups) as [DocumentGroup, readonly string[]][]
  return [
    { name: t('import.filter.all'), extensions: [...importEndings] },
    ...groups.map(([group, extensions]) => ({
      name: t(`import.filter.${group}`),
      extensions: [...extensions],
    })),
    { name: t('import.filter.archive'), extensions: [...archiveEndings] },
    { name: t('import.filter.any'), extensions: ['*'] },
  ]
}

/** Asks for a notebook to open, or for a place to make one. A place that holds a notebook already opens that one. */
export async function chooseNotebookPath(parent: Parent, what: 'open' | 'create'): Promise<string | null> {
  const folder = notebooksFolder()
  mkdirSync(folder, { recursive: true })
  const filters = [{ name: t('notebook.filter'), extensions: [notebookExtension.slice(1)] }]
  if (what === 'open') {
    const options: OpenDialogOptions = { title: t('notebook.open'), defaultPath: folder, filters }
    return first(await chooseExisting(parent, { ...options, properties: ['openFile'] }))
  }
  const path = await choosePlace(parent, {
    title: t('notebook.create'),
    buttonLabel: t('notebook.createButton'),
    defaultPath: join(folder, `${t('notebook.untitled')}${notebookExtension}`),
    filters,
  })
  return path === null ? null : withNotebookExtension(path)
}

/**
 * Asks where an export goes: a folder for Markdown, a file (which the dialog asks before replacing) for JSON-LD.
 * `notebook` is the path of the open one, whose folder and name are suggested.
 */
export async function chooseExportPath(
  parent: Parent,
  format: ExportFormat,
  notebook: { path: string; name: string },
): Promise<string | null> {
  if (format === 'markdown') {
    return first(
      await chooseExisting(parent, {
        title: t('export.markdown'),
        buttonLabel: t('export.markdownButton'),
        defaultPath: dirname(notebook.path),
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      }),
    )
  }
  return await choosePlace(parent, {
    title: t('export.jsonld'),
    defaultPath: join(dirname(notebook.path), `${fileName(notebook.name)}.jsonld`),
    filters: [{ name: t('export.jsonldFilter'), extensions: ['jsonld', 'json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
}

/** Asks where a source's original is saved, beside the notebook under its own name if the person has no other. */
export async function chooseOriginalPath(
  parent: Parent,
  name: string,
  notebook: { path: string },
): Promise<string | null> {
  // The name came with the document, maybe from inside an archive.
  const suggested = fileName(basename(name.replaceAll('\\', '/')))
  const ending = extname(suggested).slice(1)
  return await choosePlace(parent, {
    title: t('original.title'),
    defaultPath: join(dirname(notebook.path), suggested),
    filters: [
      ...(ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }]),
      { name: t('import.filter.any'), extensions: ['*'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
}

async function chooseExisting(parent: Parent, options: OpenDialogOptions): Promise<string[]> {
  const chosen = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
  return chosen.canceled ? [] : chosen.filePaths
}

async function choosePlace(parent: Parent, options: SaveDialogOptions): Promise<string | null> {
  const chosen = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}

function first(paths: string[]): string | null {
  return paths[0] ?? null
}

/** A notebook's name without what some file system refuses in a file's name. */
function fileName(name: string): string {
  return name.replaceAll(/[<>:"/\\|?*]/g, ' ').trim() || t('notebook.untitled')
}
