export { Importing } from './Importing.tsx'
