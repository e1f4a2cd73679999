export { AnnotationTable } from './AnnotationTable.tsx'
