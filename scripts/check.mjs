/** `npm run check`: format and lint, types of every layer, and who may import whom. Changes nothing. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { requireNode, root, runCommand } from './lib.mjs'

requireNode()

const layers = readdirSync(join(root, 'src'))
  .map((name) => `src/${name}`)
  .concat('tests')
  .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))

/** @type {{name: string, start: () => Promise<{code: number, output: string}>}[]} */
const checks = [
  {
    name: 'format and lint',
    start: () => runCommand('@biomejs/biome', ['check', '--error-on-warnings', '.'], { command: 'biome' }),
  },
  ...layers.map((layer) => ({
    name: `types of ${layer}`,
    start: () => runCommand('typescript', ['-p', layer], { command: 'tsc' }),
  })),
  {
    name: 'layers',
    start: () =>
      runCommand('dependency-cruiser', ['--config', '.dependency-cruiser.cjs', 'src'], {
        command: 'depcruise',
      }),
  },
]

/** dependency-cruiser wonders where the old TypeScript compiler is; it reads the sources with swc instead. */
function withoutHint(output) {
  return output.replace(/‼ missing-tsc-transpiler[\s\S]*$/, '')
}

let failed = 0
for (const { name, start } of checks) {
  const { code, output } = await start()
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (code !== 0) {
    failed++
    console.log(withoutHint(output).replace(/^(?=.)/gm, '       '))
  }
}
console.log(
  failed === 0 ? `All ${checks.length} checks passed.` : `${failed} of ${checks.length} checks failed.`,
)
process.exit(failed === 0 ? 0 : 1)
