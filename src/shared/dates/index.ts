export { type Bounds, boundsOf, dayNumber, spanOfParts } from './bounds.ts'
export { type DateFault, isFault, parseDate, readDate } from './parse.ts'
export { dateToEdtf, plainDate } from './print.ts'
