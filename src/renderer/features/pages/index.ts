/** The pages of a PDF as they look, beside its text; `align` finds the words of the one in the other. */
export { WithPages } from './WithPages.tsx'
