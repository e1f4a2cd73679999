export type { Drawing } from './save.ts'
export { ViewExport, type ViewExportProps } from './ViewExport.tsx'
