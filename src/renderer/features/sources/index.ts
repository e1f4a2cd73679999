export { SourceInfo } from './info/SourceInfo.tsx'
export { SourcesPanel } from './SourcesPanel.tsx'
