import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as Pdfjs from 'pdfjs-dist'

/**
 * pdf.js, loaded so that it runs on a bare worker thread of Node's or Electron's: in the same thread, without fetching,
 * without evaluating code, without drawing, and without writing to the console.
 */
type Library = typeof Pdfjs

let loading: Promise<Library> | undefined

async function load(): Promise<Library> {
  // pdf.js makes one matrix while it loads, for drawing. Inside Electron it finds no class for it.
  const scope = globalThis as { DOMMatrix?: unknown }
  scope.DOMMatrix ??= class {}
  const library = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Library
  // Loading this leaves its handler in the global scope, where pdf.js looks before it would start a web worker.
  // @ts-expect-error It comes without types, and nothing of it is used by name.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return library
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The package's own tables of characters, read from the disk whatever pdf.js takes its surroundings for. */
class CMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return { cMapData: await readPart('cmaps', `${name}.bcmap`), isCompressed: true }
  }
}

class PackageFiles {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    return readPart('standard_fonts', filename)
  }
}

async function readPart(part: string, name: string): Promise<Uint8Array> {
  // A name comes out of the document.
  if (!/^[\w.-]+$/.test(name)) throw new Error(`There is no ${name}.`)
  return new Uint8Array(await readFile(join(folder, part, name)))
}

/** Starts to read a PDF. The bytes are copied, since pdf.js takes what it is given. The caller destroys the task. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<Pdfjs.PDFDocumentLoadingTask> {
  loading ??= load()
  const library = await loading
  return library.getDocument({
    data: new Uint8Array(bytes),
    password,
    verbosity: library.VerbosityLevel.ERRORS - 1,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are nothing to read.
    maxImageSize: 0,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    CMapReaderFactory: CMaps,
    StandardFontDataFactory: PackageFiles,
  })
}
