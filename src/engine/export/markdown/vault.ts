import type { ObjectRef } from '#shared/model.ts'
import type { ImageFields } from '#shared-editor/text.ts'
import { type NotebookContents, refKey } from '../contents.ts'
import { escapeInline } from './escape.ts'
import { uniqueNames } from './names.ts'

/** Where everything stands in the vault, decided before the first file is written, so that any file can link to any. */
export interface Vault {
  /** The object's file, with folder and extension. */
  pathOf(ref: ObjectRef): string
  /** A wikilink to the object; its escaped label alone where the object has no place in the vault. */
  link(ref: ObjectRef, label: string): string
  /** Markdown that shows an image from a page of the vault, all of which stand one folder deep. */
  image(image: ImageFields): string
  /** The images that pages were given since this was last asked, with the files they are to stand in. */
  newImages(): { hash: string; path: string }[]
}

/** The short name of a claim, as people write it. */
export function claimCode(claim: { number: number }): string {
  return `C${claim.number}`
}

/** Gives every source, claim and note its file name, and every annotation a place in its source's file. */
export function layOutVault(contents: NotebookContents): Vault {
  const places = new Map<string, string>()
  const nameSource = uniqueNames()
  for (const source of contents.sources) {
    const place = `Sources/${nameSource(source.title)}`
    places.set(refKey({ kind: 'source', id: source.id }), place)
    for (const { id } of contents.annotations.get(source.id) ?? []) {
      places.set(refKey({ kind: 'annotation', id }), `${place}#^${id}`)
    }
  }
  const nameClaim = uniqueNames()
  for (const claim of contents.claims) {
    const name = nameClaim(`${claimCode(claim)} ${claim.statement}`)
    places.set(refKey({ kind: 'claim', id: claim.id }), `Claims/${name}`)
  }
  const nameNote = uniqueNames()
  for (const note of contents.notes) {
    places.set(refKey({ kind: 'note', id: note.id }), `Notes/${nameNote(note.title)}`)
  }
  const images = new Map<string, string>()
  let told = 0
  return {
    image({ hash, ending, alt }) {
      const path = `Attachments/${hash.slice(0, 16)}.${ending}`
      images.set(hash, path)
      // Behind a bar, Obsidian would take the words for the image's width.
      return `![${escapeInline(alt.replaceAll('|', '¦'))}](../${path})`
    },
    newImages() {
      const all = [...images].map(([hash, path]) => ({ hash, path }))
      const fresh = all.slice(told)
      told = all.length
      return fresh
    },
    pathOf: (ref) => `${places.get(refKey(ref))}.md`,
    link(ref, label) {
      const place = places.get(refKey(ref))
      return place === undefined ? escapeInline(label) : wikilink(place, label)
    },
  }
}

/** A wikilink shows its alias as it is, so characters that would end it are replaced rather than escaped. */
export function wikilink(place: string, label: string): string {
  const alias = label.replace(/\s+/g, ' ').replace(/\|/g, '¦').replace(/\[/g, '(').replace(/\]/g, ')').trim()
  return alias === '' ? `[[${place}]]` : `[[${place}|${shortLabel(alias)}]]`
}

function shortLabel(label: string): string {
  const characters = [...label]
  return characters.length > 160 ? `${characters.slice(0, 159).join('').trimEnd()}…` : label
}
