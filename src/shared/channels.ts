/** The names under which the preload script and the shell talk. Nothing else listens to them. */
export const channels = {
  chooseImport: 'crossread:choose-import',
  grantDropped: 'crossread:grant-dropped',
  chooseNotebook: 'crossread:choose-notebook',
  chooseExport: 'crossread:choose-export',
  chooseOriginal: 'crossread:choose-original',
  openExternal: 'crossread:open-external',
  revealExport: 'crossread:reveal-export',
  updateMenu: 'crossread:update-menu',
  connectEngine: 'crossread:connect-engine',
  /** From the shell to the window. */
  command: 'crossread:command',
  enginePort: 'crossread:engine-port',
  engineGone: 'crossread:engine-gone',
} as const
