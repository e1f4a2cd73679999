/** Finding in the text that stands open: the bar above it. What it found is painted by the reader. */
export { FindBar } from './FindBar.tsx'
