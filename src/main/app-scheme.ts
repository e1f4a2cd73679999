import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { policyFor } from '#shared/csp.ts'
import { appHost, appScheme } from './own-page.ts'
import { fileInside, mediaTypeOf } from './renderer-files.ts'

/** Declares `app://` as a secure origin of its own. Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built window, and nothing outside its folder, at `app://crossread/`. */
export function serveAppScheme(root: string): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    const path = url.host === appHost && request.method === 'GET' ? fileInside(root, url.pathname) : null
    return path === null ? notFound() : respondWith(path)
  })
}

async function respondWith(path: string): Promise<Response> {
  try {
    const headers = {
      'content-type': mediaTypeOf(path),
      'content-security-policy': policyFor(path),
      'x-content-type-options': 'nosniff',
    }
    return new Response(new Uint8Array(await readFile(path)), { headers })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
}
