import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { pdfjsParts } from './scripts/pdfjs-parts.ts'

const here = import.meta.dirname

/** Every entry that runs outside the window: the shell, the engine's utility process, its threads and the command line. */
const processes = {
  main: resolve(here, 'src/main/main.ts'),
  engine: resolve(here, 'src/engine-host/utility.ts'),
  cli: resolve(here, 'src/engine-host/cli/cli.ts'),
  // Started by name from the engine, once for each thread: see src/engine/import/pool.ts.
  'import-worker': resolve(here, 'src/engine/import/worker.ts'),
}

/** Citation.js is built in, so that the code by which it would reach the web can be left out. */
const citations = ['@citation-js/core', '@citation-js/plugin-bibtex', '@citation-js/plugin-ris']
const noNetwork = resolve(here, 'src/engine/import/extract/bibliography/no-network.ts')

export default defineConfig({
  main: {
    resolve: { alias: { 'node-fetch': noNetwork, 'sync-fetch': noNetwork } },
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: citations },
      rollupOptions: {
        input: processes,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload script can only be CommonJS.
      rollupOptions: {
        input: { preload: resolve(here, 'src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), pdfjsParts()],
    build: {
      outDir: resolve(here, 'out/renderer'),
      // A third of the size: what has to be read and compiled before the window shows anything.
      minify: true,
      rollupOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
})
