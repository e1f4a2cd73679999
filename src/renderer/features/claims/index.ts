export { SelectedClaim } from './ClaimCommands.tsx'
export { ClaimsView } from './ClaimsView.tsx'
