/**
 * For an Electron that was put in place by hand (`ELECTRON_OVERRIDE_DIST_PATH`) and whose default app does not wait
 * for a module to load: the app is ready before our first line runs, too late for what must come earlier. Loaded
 * through NODE_OPTIONS, this declares our scheme as soon as there is an `electron` module, and lets the later call for
 * the same pass. Electron's own default app waits, and a package has none, so neither needs it.
 */
const Module = require('node:module')

const load = Module._load
Module._load = (...args) => {
  // Asking for `electron` any earlier would find, and keep, the npm package of that name.
  const electron = Module._cache.electron?.exports
  if (electron?.app) {
    Module._load = load
    if (process.type === 'browser') declareScheme(electron)
  }
  return load(...args)
}

/** As in src/main/app-scheme.ts. */
function declareScheme({ protocol }) {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
  protocol.registerSchemesAsPrivileged = () => {}
}
