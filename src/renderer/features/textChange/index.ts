export { TextChanges } from './TextChanges.tsx'
