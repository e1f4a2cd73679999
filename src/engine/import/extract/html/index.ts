/** Web pages: as HTML, and as browsers save them whole. */

export { extractHtml } from './html.ts'
export { extractMhtml } from './mhtml.ts'
export { extractWebarchive } from './webarchive.ts'
