export const appScheme = 'app'
export const appHost = 'crossread'

/** The address of the window's page: the built one, or the development server's where one runs. */
export function pageAddress(developmentServer: string | null): string {
  return developmentServer ?? `${appScheme}://${appHost}/index.html`
}

/**
 * Whether a frame's address is our own page's. Addresses are parsed, never compared by their beginning; and
 * protocol and host are compared rather than `origin`, which is `null` for any scheme the URL parser does not know.
 */
export function isOwnPage(address: string, developmentServer: string | null): boolean {
  const url = parse(address)
  if (url === null) return false
  if (url.protocol === `${appScheme}:`) return url.host === appHost
  const development = developmentServer === null ? null : parse(developmentServer)
  return development !== null && url.protocol === development.protocol && url.host === development.host
}

/**
 * Whether the window may load an address at all: its own scheme, the developer tools, and data it holds itself.
 * A development server is also spoken to over a WebSocket.
 */
export function mayLoad(address: string, developmentServer: string | null): boolean {
  const url = parse(address)
  if (url === null) return false
  if ([`${appScheme}:`, 'devtools:', 'blob:', 'data:'].includes(url.protocol)) return true
  const development = developmentServer === null ? null : parse(developmentServer)
  return development !== null && url.host === development.host
}

/** An address the system's browser may be given, normalised; null for anything but http and https. */
export function externalAddress(address: string): string | null {
  const url = parse(address)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
