import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const configPath = join(root, '.dependency-cruiser.cjs')
const rules: { name: string }[] = createRequire(import.meta.url)(configPath).forbidden

/** One forbidden import a rule: the module that breaks it and what it imports. */
const broken: Record<string, { module: string; imports: string }> = {
  'shared-layer': { module: 'src/shared/a.ts', imports: '#engine/plain.ts' },
  'shared-editor-layer': { module: 'src/shared-editor/a.ts', imports: '#renderer/plain.ts' },
  'engine-layer': { module: 'src/engine/a.ts', imports: '#engine-host/plain.ts' },
  'engine-host-layer': { module: 'src/engine-host/a.ts', imports: '../main/plain.ts' },
  'preload-layer': { module: 'src/preload/a.ts', imports: '../main/plain.ts' },
  'main-layer': { module: 'src/main/a.ts', imports: '#engine/plain.ts' },
  'renderer-layer': { module: 'src/renderer/a.tsx', imports: '#engine/plain.ts' },
  'electron-in-the-shell-only': { module: 'src/engine/b.ts', imports: 'electron' },
  'sqlite-in-the-store-only': { module: 'src/engine/search/a.ts', imports: 'better-sqlite3' },
  'anchor-is-pure': { module: 'src/engine/anchor/a.ts', imports: '../plain.ts' },
  'anchor-without-node': { module: 'src/engine/anchor/b.ts', imports: 'node:fs' },
  'features-stand-alone': { module: 'src/renderer/features/one/a.tsx', imports: '../two/plain.ts' },
  'features-below-the-app': { module: 'src/renderer/features/one/b.tsx', imports: '#renderer/app/plain.ts' },
  'foundations-below-features': {
    module: 'src/renderer/ui/a.tsx',
    imports: '#renderer/features/one/plain.ts',
  },
  'no-node-in-the-window': { module: 'src/renderer/ui/b.ts', imports: 'node:path' },
  'no-tests-in-the-product': { module: 'src/engine/c.ts', imports: '../../tests/plain.ts' },
  'no-circular': { module: 'src/engine/d.ts', imports: './d.ts' },
  'no-unresolvable': { module: 'src/engine/e.ts', imports: 'a-package-nobody-named' },
}

/** Imports that must stay allowed, so that a rule which forbids everything does not pass for a good one. */
const fine: { module: string; imports: string }[] = [
  { module: 'src/engine/store/ok.ts', imports: 'better-sqlite3' },
  { module: 'src/main/ok.ts', imports: 'electron' },
  { module: 'src/engine/ok.ts', imports: '#shared/plain.ts' },
  { module: 'src/engine-host/ok.ts', imports: '#engine/plain.ts' },
  { module: 'src/engine/ok2.ts', imports: './anchor/plain.ts' },
  { module: 'src/renderer/features/one/ok.tsx', imports: '#shared-editor/plain.ts' },
  { module: 'src/renderer/features/one/ok2.tsx', imports: './plain.ts' },
  { module: 'src/renderer/app/ok.tsx', imports: '#renderer/features/one/plain.ts' },
]

const plainModules = [
  'src/shared',
  'src/shared-editor',
  'src/engine',
  'src/engine/anchor',
  'src/engine-host',
  'src/main',
  'src/renderer',
  'src/renderer/app',
  'src/renderer/features/one',
  'src/renderer/features/two',
  'tests',
].map((folder) => `${folder}/plain.ts`)

let tree: string
let violations: { rule: string; from: string }[]

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'crossread-layers-'))
  await writeTree()
  violations = await cruise()
}, 60_000)

afterAll(() => rm(tree, { recursive: true, force: true }))

describe('the layer rules', () => {
  test('have one broken import each in this test', () => {
    expect(Object.keys(broken).sort()).toEqual(rules.map((rule) => rule.name).sort())
  })

  test.each(Object.entries(broken))('%s fails', (rule, { module }) => {
    expect(violations).toContainEqual({ rule, from: module })
  })

  test.each(fine)('$module may import $imports', ({ module }) => {
    expect(violations.filter(({ from }) => from === module)).toEqual([])
  })
})

/** A tree shaped like the project, with the project's own import map and stand-ins for its packages. */
async function writeTree(): Promise<void> {
  const { imports } = createRequire(import.meta.url)(join(root, 'package.json'))
  await write('package.json', JSON.stringify({ type: 'module', imports }))
  for (const name of ['electron', 'better-sqlite3']) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    await write(`node_modules/${name}/index.js`, '')
  }
  for (const path of plainModules) await write(path, 'export const plain = 1\n')
  for (const { module, imports: target } of [...Object.values(broken), ...fine]) {
    // Types count as imports too: a forbidden layer may not be named even in a type.
    await write(module, `import type { plain } from '${target}'\nexport const value: typeof plain = 1\n`)
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await writeFile(join(tree, path), text)
}

function cruise(): Promise<{ rule: string; from: string }[]> {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [depcruise, '--config', configPath, '--output-type', 'json', 'src']
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      try {
        const { summary } = JSON.parse(stdout)
        done(
          summary.violations.map((v: { rule: { name: string }; from: string }) => ({
            rule: v.rule.name,
            from: v.from,
          })),
        )
      } catch {
        fail(new Error(`dependency-cruiser did not answer: ${stderr}`))
      }
    })
  })
}
