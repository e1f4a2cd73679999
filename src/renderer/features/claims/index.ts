export { ClaimsView } from './ClaimsView.tsx'
