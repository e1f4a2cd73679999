export { Relations } from './Relations.tsx'
