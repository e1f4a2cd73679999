export { Origins } from './Origins.tsx'
