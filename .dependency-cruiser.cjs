/**
 * Which layer may import which. `npm run check` enforces it, and `tests/unit/tooling/layers.test.ts` proves that
 * every rule below fails when it is broken. The reasons stand in ARCHITECTURE.md.
 */

/** @param {string[]} allowed folders of `src/` that `layer` may import beside itself */
const layer = (name, allowed, comment) => ({
  name: `${name}-layer`,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: `^src/(?!(?:${[name, ...allowed].join('|')})/)` },
})

const forbidden = [
  layer('shared', [], 'The contract and the model stand at the bottom: they import nothing of ours.'),
  layer(
    'shared-editor',
    ['shared'],
    'Documents that both the engine and the window understand, without a DOM.',
  ),
  layer(
    'engine',
    ['shared', 'shared-editor'],
    'The engine knows neither who started it nor who looks at it.',
  ),
  layer(
    'engine-host',
    ['shared', 'shared-editor', 'engine'],
    'An adapter starts an engine; it opens no window.',
  ),
  layer('preload', ['shared'], 'The bridge carries the contract and nothing else.'),
  layer('main', ['shared'], 'The shell owns windows and paths; it reaches the engine by messages alone.'),
  layer('renderer', ['shared', 'shared-editor'], 'The window knows the engine by the contract alone.'),
  {
    name: 'electron-in-the-shell-only',
    comment: 'The engine runs under plain Node, the window in a plain browser.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(main|preload)/' },
    to: { path: '(^|/)node_modules/electron/|^electron(/|$)' },
  },
  {
    name: 'sqlite-in-the-store-only',
    comment:
      'All SQL stands in src/engine/store, so that there is one place to look for what touches the file.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/engine/store/' },
    to: { path: '(^|/)node_modules/better-sqlite3/|^(better-sqlite3|node:sqlite)(/|$)' },
  },
  {
    name: 'anchor-is-pure',
    comment: 'Anchoring is arithmetic over two texts: no clock, no disk, nothing of ours.',
    severity: 'error',
    from: { path: '^src/engine/anchor/' },
    to: { path: '^src/(?!engine/anchor/)' },
  },
  {
    name: 'anchor-without-node',
    comment: 'Anchoring runs anywhere, a worker and the window included.',
    severity: 'error',
    from: { path: '^src/engine/anchor/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'features-stand-alone',
    comment: 'What two features share belongs to renderer/ui, renderer/editor or renderer/state.',
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
  },
  {
    name: 'features-below-the-app',
    comment: 'The app puts features together; what features stand on knows neither.',
    severity: 'error',
    from: { path: '^src/renderer/(?!app/)[^/]+/' },
    to: { path: '^src/renderer/app/' },
  },
  {
    name: 'foundations-below-features',
    comment: 'A primitive that imports a feature cannot be used by another.',
    severity: 'error',
    from: { path: '^src/renderer/(?!app/|features/)[^/]+/' },
    to: { path: '^src/renderer/features/' },
  },
  {
    name: 'no-node-in-the-window',
    comment: 'The window and what it shares with the engine run without Node.',
    severity: 'error',
    from: { path: '^src/(renderer|shared|shared-editor)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-tests-in-the-product',
    comment: 'Nothing that ships may lean on tests or scripts.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(tests|scripts)/' },
  },
  {
    name: 'no-circular',
    comment: 'Two modules that need each other are one module, or miss a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere, or to a package that package.json does not name.',
    severity: 'error',
    from: { path: '^src/' },
    // `mdast` is types alone: there is nothing to resolve but @types/mdast.
    to: { couldNotResolve: true, pathNot: '^mdast$' },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no compiler API for JavaScript; swc sees the same imports, types included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
