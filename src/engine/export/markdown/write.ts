import { readContents, unlessGone } from '../contents.ts'
import type { ExportWork } from '../types.ts'
import { claimPage } from './claim-page.ts'
import { indexPage } from './index-page.ts'
import { notePage } from './note-page.ts'
import { sourcePage } from './source-page.ts'
import { layOutVault, type Vault } from './vault.ts'

/** The notebook as a folder of Markdown that Obsidian opens: one file a source, claim and note, and an index. */
export async function writeMarkdownVault(work: ExportWork): Promise<void> {
  const { call, start, step } = work
  const contents = await readContents(call)
  const vault = layOutVault(contents)
  const write = async (path: string, page: string): Promise<void> => {
    await work.write(path, page)
    await writeImages(work, vault)
  }
  start(contents.sources.length + contents.claims.length + contents.notes.length)
  await write('Index.md', indexPage(contents, vault))
  for (const { id, title } of contents.sources) {
    await step(title)
    const source = await unlessGone(call('sources.get', { id }))
    if (source) await write(vault.pathOf({ kind: 'source', id }), sourcePage(source, contents, vault))
  }
  for (const { id, statement } of contents.claims) {
    await step(statement)
    const claim = await unlessGone(call('claims.get', { id }))
    if (claim) await write(vault.pathOf({ kind: 'claim', id }), claimPage(claim, contents, vault))
  }
  for (const { id, title } of contents.notes) {
    await step(title)
    const note = await unlessGone(call('notes.get', { id }))
    if (note) await write(vault.pathOf({ kind: 'note', id }), notePage(note, contents, vault))
  }
}

/** The images of the pages written so far, each once. */
async function writeImages({ call, write }: ExportWork, vault: Vault): Promise<void> {
  for (const { hash, path } of vault.newImages()) {
    const image = await unlessGone(call('images.get', { hash }))
    if (image) await write(path, image.bytes)
  }
}
