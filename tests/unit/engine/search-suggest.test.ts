import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importFiles } from '#engine/import/importer.ts'
import { ReaderPool } from '#engine/import/pool.ts'
import { Suggester } from '#engine/search/suggest.ts'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { Session } from '#engine/session.ts'
import { deleteNote, insertNote, updateNote } from '#engine/store/notes.ts'
import { deleteSource, listSources } from '#engine/store/sources.ts'
import { openStore } from '#engine/store/store.ts'
import { deleteTag, listTagNames, renameTag } from '#engine/store/tags.ts'
import { setTags } from '#engine/tags/tags.ts'
import { emptyRichText } from '#shared-editor/text.ts'

const pool = new ReaderPool(() => {})

const at = '2026-01-01T00:00:00.000Z'
const words = ['harbour', 'minister', 'troops', 'vote', 'signal']
const step = fc.record({
  what: fc.constantFrom('note', 'edit', 'drop', 'import', 'remove', 'tag', 'rename', 'untag', 'undo', 'redo'),
  word: fc.constantFrom(...words),
  ask: fc.boolean(),
})

test('whatever changes, what is suggested is what a fresh index would suggest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-suggest-'))
  const store = openStore({
    path: join(folder, 'n.crossread'),
    create: true,
    indexTerms,
    indexSignature: tokenizerVersion,
  })
  const session = new Session(
    store,
    () => {},
    () => {},
  )
  const { db } = store
  const noteIds: string[] = []
  const content = emptyRichText()
  const job = { signal: new AbortController().signal, progress: () => {} }
  const run = async (what: string, word: string): Promise<void> => {
    const note = noteIds.at(-1) ?? ''
    const tag = listTagNames(db)[0]?.id ?? ''
    const source = listSources(db, 1)[0]?.id ?? ''
    if (what === 'note') {
      const id = crypto.randomUUID()
      session.change('note', () => insertNote(db, { id, title: word, content, contentText: word, at }))
      noteIds.push(id)
    } else if (what === 'edit') {
      session.change('edit', () =>
        updateNote(db, note, { title: `${word} again`, content, contentText: '', at }),
      )
    } else if (what === 'drop') session.change('drop', () => deleteNote(db, noteIds.pop() ?? ''))
    else if (what === 'remove') session.change('remove', () => deleteSource(db, source))
    else if (what === 'tag') {
      const ref = { kind: 'note', id: crypto.randomUUID() } as const
      session.change('tag', () => {
        insertNote(db, { ...ref, title: 'tagged', content, contentText: '', at })
      })
      session.change('tag', () => setTags(session, ref, [word]))
    } else if (what === 'rename') session.change('tags', () => renameTag(db, tag, `${word} 2`))
    else if (what === 'untag') session.change('tags', () => deleteTag(db, tag))
    else if (what === 'import') {
      const bytes = new TextEncoder().encode(`A ${word} ${crypto.randomUUID()}`)
      await importFiles(session, pool, [{ kind: 'bytes', name: 'a.txt', bytes }], job)
    } else if (session.store.journal.state()[what === 'undo' ? 'undo' : 'redo'] !== null) {
      what === 'undo' ? session.undo() : session.redo()
    }
  }
  const idsOf = (suggester: Suggester, text: string) =>
    suggester
      .suggest(text, undefined, 1_000)
      .map(({ id, label }) => `${id} ${label}`)
      .sort()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      for (const { what, word, ask } of steps) {
        try {
          await run(what, word)
        } catch (error) {
          // A tag cannot take a name that another one has; nothing has changed then.
          if (!String(error).includes('UNIQUE')) throw error
        }
        if (!ask) continue
        const fresh = new Suggester(db)
        for (const text of ['', ...words, 'again', 'tagged', 'harbuor']) {
          expect(idsOf(session.suggester, text)).toEqual(idsOf(fresh, text))
        }
      }
    }),
    { numRuns: 25 },
  )
  store.close()
  rmSync(folder, { recursive: true, force: true })
})
