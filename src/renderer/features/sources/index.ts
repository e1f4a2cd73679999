export { SourceInfo } from './SourceInfo.tsx'
export { SourcesPanel } from './SourcesPanel.tsx'
