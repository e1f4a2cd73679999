/**
 * Every command as data: its id, keys and place in the menu. The native menu, the palette, the key bindings and
 * the key list are all made from this table; the window binds what each one does in `src/renderer/commands/`.
 * Titles stand in the catalogue under `commands.<id>`.
 */
export const menus = ['file', 'edit', 'view', 'go', 'annotate', 'help'] as const
export type MenuName = (typeof menus)[number]

export interface CommandSpec {
  id: string
  /** Keys as `Mod+Shift+F`; Mod is Cmd on macOS and Ctrl elsewhere. A single letter works outside text fields only. */
  keys: string[]
  menu?: MenuName
  /** Commands of one group stand together between separators. */
  group?: number
  /** Left out of the palette, such as keys that only make sense on a selection. */
  hidden?: boolean
}

export const commands = [
  { id: 'notebook.new', keys: ['Mod+Shift+N'], menu: 'file', group: 1 },
  { id: 'notebook.open', keys: ['Mod+O'], menu: 'file', group: 1 },
  { id: 'notebook.openSample', keys: [], menu: 'file', group: 1 },
  { id: 'notebook.rename', keys: [], menu: 'file', group: 1 },
  { id: 'import.files', keys: ['Mod+I'], menu: 'file', group: 2 },
  { id: 'import.folder', keys: ['Mod+Shift+I'], menu: 'file', group: 2 },
  { id: 'import.paste', keys: [], menu: 'file', group: 2 },
  { id: 'sources.replace', keys: [], menu: 'file', group: 2 },
  { id: 'sources.saveOriginal', keys: ['Mod+Shift+S'], menu: 'file', group: 3 },
  { id: 'export.markdown', keys: ['Mod+E'], menu: 'file', group: 3 },
  { id: 'export.jsonld', keys: [], menu: 'file', group: 3 },
  { id: 'history.undo', keys: ['Mod+Z'], menu: 'edit', group: 1 },
  { id: 'history.redo', keys: ['Mod+Shift+Z', 'Mod+Y'], menu: 'edit', group: 1 },
  { id: 'history.show', keys: [], menu: 'edit', group: 1 },
  { id: 'search.focus', keys: ['Mod+Shift+F'], menu: 'edit', group: 3 },
  { id: 'search.view', keys: [], menu: 'edit', group: 3 },
  { id: 'find.inText', keys: ['Mod+F'], menu: 'edit', group: 4 },
  { id: 'find.next', keys: ['F3', 'Mod+G'], menu: 'edit', group: 4 },
  { id: 'find.previous', keys: ['Shift+F3', 'Mod+Shift+G'], menu: 'edit', group: 4 },
  { id: 'view.read', keys: ['Mod+1'], menu: 'view', group: 1 },
  { id: 'view.claims', keys: ['Mod+2'], menu: 'view', group: 1 },
  { id: 'view.matrix', keys: ['Mod+3'], menu: 'view', group: 1 },
  { id: 'view.graph', keys: ['Mod+4'], menu: 'view', group: 1 },
  { id: 'view.timeline', keys: ['Mod+5'], menu: 'view', group: 1 },
  { id: 'view.inbox', keys: ['Mod+6'], menu: 'view', group: 1 },
  { id: 'view.notes', keys: ['Mod+7'], menu: 'view', group: 1 },
  { id: 'view.annotations', keys: ['Mod+8'], menu: 'view', group: 1 },
  { id: 'view.sidebar', keys: ['Mod+Alt+S'], menu: 'view', group: 2 },
  { id: 'view.pages', keys: ['P'], menu: 'view', group: 2 },
  { id: 'view.margin', keys: ['Mod+Alt+A'], menu: 'view', group: 2 },
  { id: 'view.theme', keys: [], menu: 'view', group: 3 },
  { id: 'view.larger', keys: ['Mod+='], menu: 'view', group: 3 },
  { id: 'view.smaller', keys: ['Mod+-'], menu: 'view', group: 3 },
  { id: 'view.blockNumbers', keys: [], menu: 'view', group: 3 },
  { id: 'flags.show', keys: [], menu: 'view', group: 4 },
  { id: 'triage.show', keys: [], menu: 'view', group: 4 },
  { id: 'sources.compare', keys: [], menu: 'view', group: 4 },
  { id: 'palette.open', keys: ['Mod+K'], menu: 'go', group: 1 },
  { id: 'go.source', keys: ['Mod+P'], menu: 'go', group: 1 },
  { id: 'go.back', keys: ['Alt+ArrowLeft'], menu: 'go', group: 2 },
  { id: 'go.forward', keys: ['Alt+ArrowRight'], menu: 'go', group: 2 },
  { id: 'annotation.next', keys: [']'], menu: 'go', group: 3 },
  { id: 'annotation.previous', keys: ['['], menu: 'go', group: 3 },
  { id: 'flags.next', keys: ['F'], menu: 'go', group: 4 },
  { id: 'flags.previous', keys: [], menu: 'go', group: 4 },
  { id: 'comparison.next', keys: ['Alt+ArrowDown'], menu: 'go', group: 4 },
  { id: 'comparison.previous', keys: ['Alt+ArrowUp'], menu: 'go', group: 4 },
  { id: 'annotation.highlight', keys: ['H'], menu: 'annotate', group: 1 },
  { id: 'annotation.colour1', keys: ['1'], hidden: true },
  { id: 'annotation.colour2', keys: ['2'], hidden: true },
  { id: 'annotation.colour3', keys: ['3'], hidden: true },
  { id: 'annotation.colour4', keys: ['4'], hidden: true },
  { id: 'annotation.colour5', keys: ['5'], hidden: true },
  { id: 'annotation.colour6', keys: ['6'], hidden: true },
  { id: 'annotation.colour7', keys: ['7'], hidden: true },
  { id: 'annotation.colour8', keys: ['8'], hidden: true },
  { id: 'annotation.comment', keys: ['A'], menu: 'annotate', group: 1 },
  { id: 'annotation.tag', keys: ['T'], menu: 'annotate', group: 1 },
  { id: 'annotation.claim', keys: ['C'], menu: 'annotate', group: 2 },
  { id: 'annotation.link', keys: ['L'], menu: 'annotate', group: 2 },
  { id: 'annotation.copy', keys: ['Mod+Shift+C'], menu: 'annotate', group: 3 },
  { id: 'annotation.endLater', keys: ['.'], menu: 'annotate', group: 5 },
  { id: 'annotation.endEarlier', keys: [','], menu: 'annotate', group: 5 },
  { id: 'annotation.startEarlier', keys: ['<'], menu: 'annotate', group: 5 },
  { id: 'annotation.startLater', keys: ['>'], menu: 'annotate', group: 5 },
  { id: 'annotation.choose', keys: ['O'], menu: 'annotate', group: 5 },
  { id: 'annotation.chooseAll', keys: [], menu: 'annotate', group: 6 },
  { id: 'annotation.merge', keys: ['M'], menu: 'annotate', group: 6 },
  { id: 'annotation.nameColours', keys: [], menu: 'annotate', group: 6 },
  { id: 'annotation.csv', keys: [], menu: 'file', group: 3 },
  { id: 'annotation.copyShown', keys: [] },
  { id: 'triage.move', keys: [], menu: 'annotate', group: 3 },
  { id: 'triage.place', keys: ['Mod+Enter'], menu: 'annotate', group: 3 },
  { id: 'annotation.delete', keys: ['Delete'], menu: 'annotate', group: 3 },
  { id: 'flags.exclude', keys: ['X'], menu: 'annotate', group: 3 },
  { id: 'claim.new', keys: [], menu: 'annotate', group: 4 },
  { id: 'note.new', keys: ['N'], menu: 'annotate', group: 4 },
  { id: 'rename', keys: ['F2'], menu: 'edit', group: 2 },
  { id: 'sources.details', keys: ['Mod+D'], menu: 'edit', group: 2 },
  { id: 'sources.correct', keys: ['E'], menu: 'edit', group: 2 },
  { id: 'help.keys', keys: ['?'], menu: 'help', group: 1 },
] as const satisfies readonly CommandSpec[]

export type CommandId = (typeof commands)[number]['id']
