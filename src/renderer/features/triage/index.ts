/** Annotations whose text changed under them, to be judged: the list, and the bar with which one is moved by hand. */
export { Triage } from './Triage.tsx'
