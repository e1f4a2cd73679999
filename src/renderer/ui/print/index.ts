export { PrintSheet } from './PrintSheet.tsx'
export { printSheet } from './printing.ts'
