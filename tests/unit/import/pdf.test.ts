import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { extractPdf } from '#engine/import/extract/pdf/index.ts'
import { CrossreadError } from '#shared/errors.ts'
import importNotes from '#shared/strings/en/import-notes.json' with { type: 'json' }
import { documentBytes, expectedOf } from '../../helpers/documents.ts'

async function read(name: string) {
  const [document, ...others] = await extractPdf({ name, bytes: documentBytes(name) })
  if (document === undefined || others.length > 0) throw new Error(`${name} is one document`)
  return document
}

async function reasonOf(name: string, bytes = documentBytes(name)): Promise<string> {
  const error: unknown = await extractPdf({ name, bytes }).catch((reason: unknown) => reason)
  if (!(error instanceof CrossreadError)) throw new Error(`${name} was not refused`, { cause: error })
  expect(error.code).toBe('file_unreadable')
  return error.message
}

describe('a PDF', () => {
  it.each([
    ['a word processor’s, with a footnote and a table over two pages', 'harbour.pdf'],
    ['a page printed from a browser, with its own heads and footers and tags', 'harbour-printed.pdf'],
    ['two columns on four pages with running heads, notes, hyphens and an outline', 'survey.pdf'],
    ['one that a reader has commented on', 'ferry-noted.pdf'],
    ['one whose end was cut off', 'harbour-cut.pdf'],
  ])('is read in full: %s', async (_what, name) => {
    expect(await read(name)).toEqual(expectedOf(name))
  })

  it('opens when it is protected against printing only', async () => {
    const { blocks } = await read('harbour-locked.pdf')
    expect(blocks).toEqual((await read('harbour.pdf')).blocks)
  })

  it('keeps the words of its notes in the catalogue', async () => {
    for (const name of ['harbour.pdf', 'harbour-cut.pdf', 'survey.pdf']) {
      for (const { what, count } of (await read(name)).notes) {
        expect(Object.keys(importNotes)).toContain(
          count === undefined ? `note.${what}` : `note.${what}_other`,
        )
      }
    }
  })

  it('leads from notes to their marks and back', async () => {
    const { blocks } = await read('survey.pdf')
    const notes = blocks.filter(({ kind }) => kind === 'footnote')
    expect(notes).toHaveLength(3)
    for (const note of notes) {
      const from = blocks.find(({ links }) => links?.some(({ href }) => href === `#${note.anchor}`))
      const mark = from?.links?.find(({ href }) => href === `#${note.anchor}`)
      const number = /^\d+/.exec(note.text)?.[0]
      expect(from?.text.slice(mark?.start, mark?.end)).toBe(`[${number}]`)
      expect(note.links).toContainEqual({ start: 0, end: number?.length, href: `#${from?.anchor}` })
    }
  })

  it('puts links and comments at their words', async () => {
    const harbour = await read('harbour.pdf')
    const linked = harbour.blocks.find(({ links }) => links?.some(({ href }) => href.startsWith('https:')))
    const link = linked?.links?.[0]
    expect(linked?.text.slice(link?.start, link?.end)).toBe('the council’s pages')
    const { blocks, comments } = await read('ferry-noted.pdf')
    const [comment] = comments ?? []
    expect(comment).toMatchObject({ author: 'Ada Lindqvist', text: 'Is this still so?' })
    expect(blocks[comment?.block ?? -1]?.text.slice(comment?.start, comment?.end)).toBe('day')
  })
})

describe('a PDF that cannot be read', () => {
  it('says that it wants a password', async () => {
    expect(await reasonOf('harbour-secret.pdf')).toMatch(/protected by a password.*Remove the password/)
  })

  it('says that it has no text', async () => {
    expect(await reasonOf('harbour-scanned.pdf')).toMatch(
      /^There is no text in this PDF \(scanned\?\)\. .*OCR/,
    )
  })

  it('says that it is cut off, where nothing is left of it', async () => {
    expect(await reasonOf('survey-stump.pdf')).toMatch(/damaged or cut off/)
    expect(await reasonOf('empty.pdf', new Uint8Array())).toMatch(/damaged or cut off/)
    expect(await reasonOf('text.pdf', new TextEncoder().encode('%PDF-1.7\nNot one.'))).toMatch(
      /damaged or cut off/,
    )
  })
})

describe('the thread it is read on', () => {
  it('can be a worker, and even one that looks like a part of Electron', async () => {
    const bytes = documentBytes('harbour.pdf')
    const index = new URL('../../../src/engine/import/extract/pdf/index.ts', import.meta.url).href
    const code = `
      const { parentPort, workerData } = require('node:worker_threads')
      Object.defineProperty(process.versions, 'electron', { value: '45.0.0' })
      process.type = 'utility'
      import(workerData.index).then(async ({ extractPdf }) => {
        const [document] = await extractPdf({ name: 'harbour.pdf', bytes: workerData.bytes })
        parentPort.postMessage(document.blocks.length)
      })`
    const worker = new Worker(code, { eval: true, workerData: { bytes, index } })
    const blocks = await new Promise((resolve, reject) =>
      worker.once('message', resolve).once('error', reject),
    )
    await worker.terminate()
    expect(blocks).toBe((await read('harbour.pdf')).blocks.length)
    // What was handed in is still there: it is kept as the original.
    expect(bytes.length).toBeGreaterThan(0)
  })
})
