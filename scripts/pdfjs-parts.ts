import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const at = 'pdfjs'

/** Folders of the package that a document may need: tables of characters, the 14 standard fonts, decoders, colour profiles. */
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
/** A second decoder in plain JavaScript, for browsers that the window does not run in. */
const leftOut = new Set(['openjpeg_nowasm_fallback.js'])

/** Each of pdf.js's parts by its path in the window's folder, such as `pdfjs/cmaps/UniJIS-UTF8-H.bcmap`. */
function parts(): Map<string, string> {
  const found = new Map([[`${at}/pdf.worker.mjs`, join(from, 'legacy/build/pdf.worker.min.mjs')]])
  for (const folder of folders) {
    for (const name of readdirSync(join(from, folder))) {
      if (!leftOut.has(name)) found.set(`${at}/${folder}/${name}`, join(from, folder, name))
    }
  }
  return found
}

/** Puts what pdf.js fetches while it reads a document beside the window, licences included: nothing comes from elsewhere. */
export function pdfjsParts(): Plugin {
  return {
    name: 'crossread-pdfjs-parts',
    generateBundle() {
      for (const [fileName, path] of parts()) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) })
      }
    },
    configureServer({ middlewares }) {
      const all = parts()
      middlewares.use((request, response, next) => {
        const path = all.get(new URL(request.url ?? '/', 'http://window').pathname.slice(1))
        if (path === undefined) return next()
        if (path.endsWith('.mjs')) response.setHeader('content-type', 'text/javascript')
        response.end(readFileSync(path))
      })
    },
  }
}
