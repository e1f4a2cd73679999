import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Invented texts for tests of import: one that is clean, a copy of it with changes, one that has something odd in it. */
export const harbour = `Harbour reopens after nine weeks

The harbour of Vestmark reopened on Monday after nine weeks, the port authority said. “We are glad to see ships again,” said Ingrid Holm, its director.

About 4,500 workers had been sent home in March, when a cargo crane fell across the main quay and blocked the channel for larger vessels.

The repair cost 12 million crowns, of which the state pays a third. A second crane will be replaced next year, according to the authority’s plan for the coming decade.

Fishermen said they had lost most of the spring season. Some of them moved to the northern island, where the catch was smaller but the market was open.

The first ship to pass was a ferry with two hundred passengers, many of whom had waited for weeks to cross the sound again.
`

/** The same story in nearly the same words, of another town and another sum. */
export const copy = harbour
  .replace('Harbour reopens', 'Port reopens')
  .replace('12 million crowns', '14 million crowns')

/** A word half in Cyrillic, and citations of a list that is not there. */
export const odd = `A letter from the north

The den спостері4 harbour was quiet [5][13]. Nobody had expected this to be so, and the letter says nothing more about the causes.

The writer then describes the winter in which the ice reached the second bridge and stayed there for a month.
`

/** A document made by a real tool, kept beside the tests. */
export function fixture(name: string): string {
  return resolve(import.meta.dirname, '../../fixtures/documents', name)
}

/** Writes files by their names into a folder and gives their paths, in order. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<string[]> {
  return Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    }),
  )
}
