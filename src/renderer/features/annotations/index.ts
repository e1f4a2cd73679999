export { AnnotationsPanel } from './AnnotationsPanel.tsx'
