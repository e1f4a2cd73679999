export { Flags } from './Flags.tsx'
