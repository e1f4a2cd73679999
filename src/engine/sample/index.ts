export { buildSample } from './build.ts'
