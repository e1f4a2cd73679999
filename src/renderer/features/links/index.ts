export { LinkCommand } from './LinkCommand.tsx'
export { LinkDrop } from './LinkDrop.tsx'
export { LinksPanel } from './LinksPanel.tsx'
