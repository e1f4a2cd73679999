import { extname, join, normalize, sep } from 'node:path'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The media type to serve a file of the window's under. */
export function mediaTypeOf(path: string): string {
  return mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/**
 * The file inside `root` that a URL's path names, `/` being `index.html`. Null for a path that cannot be decoded,
 * or that leads outside, such as `/../main.js` or into a sibling whose name begins like the root's.
 */
export function fileInside(root: string, urlPath: string): string | null {
  const decoded = decode(urlPath)
  if (decoded === null || decoded.includes('\0')) return null
  const path = normalize(join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded))
  return path.startsWith(root + sep) ? path : null
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return null
  }
}
