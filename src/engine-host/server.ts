import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { decode, encode } from '@msgpack/msgpack'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Engine } from '#engine/engine.ts'
import { policyFor } from '#shared/csp.ts'
import { serveClient } from './rpc.ts'

export interface ServerOptions {
  /** The folder of the built window. */
  rendererRoot: string
  /** A fixed port keeps the browser's own settings between runs; 0 takes any free one. */
  port?: number
}

export interface RunningServer {
  /** The address to open, with the token that lets the page in. */
  url: string
  close(): Promise<void>
}

/** No message is larger than a file that may be imported. */
const largestMessage = 1024 ** 3 + 1024
/** A note may hold lists in lists: every level is four levels of the message. */
const deepestMessage = 5_000

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * Serves the window and its engine to a browser on this machine. Binds 127.0.0.1 only. A request whose Host is not
 * this very address is refused (a name that was made to point here is a trick), and the engine's socket wants the
 * token of this run and this address as its Origin besides.
 *
 * Rejects with the system's error when the port is taken.
 */
export async function startServer(
  engine: Engine,
  { rendererRoot, port = 0 }: ServerOptions,
): Promise<RunningServer> {
  const token = randomBytes(24).toString('base64url')
  const http = createServer((request, response) => {
    // A reader that goes away, or a file that cannot be read after all, costs this one answer.
    serveFile(rendererRoot, hostOf(http), request, response).catch(() => response.destroy())
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  http.on('upgrade', (request, socket, head) => {
    // Whoever is refused may be gone before the refusal is written, and an error nobody hears ends the process.
    socket.on('error', () => socket.destroy())
    if (!mayConnect(request, hostOf(http), token)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => serveSocket(engine, client))
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://${hostOf(http)}/?token=${token}`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

type HttpServer = ReturnType<typeof createServer>

function hostOf(http: HttpServer): string {
  return `127.0.0.1:${(http.address() as AddressInfo).port}`
}

function mayConnect(request: IncomingMessage, host: string, token: string): boolean {
  const { host: asked, origin } = request.headers
  if (asked !== host || origin !== `http://${host}`) return false
  const url = addressOf(request, host)
  return url?.pathname === '/engine' && sameToken(url.searchParams.get('token') ?? '', token)
}

/** What a request asks for; null where it is no address at all, as `//` is not. */
function addressOf(request: IncomingMessage, host: string): URL | null {
  return URL.parse(request.url ?? '/', `http://${host}`)
}

function sameToken(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function serveSocket(engine: Engine, client: WebSocket): void {
  const stop = serveClient(engine, {
    post: (message) => client.send(encode(message, { ignoreUndefined: true, maxDepth: deepestMessage })),
    listen: (listener) => client.on('message', (data) => receive(data as Buffer, listener, client)),
    end: () => client.terminate(),
  })
  client.on('close', stop)
  client.on('error', () => client.terminate())
}

/** A frame that is not MessagePack comes from no client of ours: the connection ends. */
function receive(data: Buffer, listener: (message: unknown) => void, client: WebSocket): void {
  let message: unknown
  try {
    message = decode(data)
  } catch {
    client.terminate()
    return
  }
  listener(message)
}

async function serveFile(
  root: string,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.host !== host) return refuse(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const asked = addressOf(request, host)
  const path = asked === null ? null : fileFor(root, asked.pathname)
  const found = path === null ? null : await stat(path).catch(() => null)
  if (path === null || !found?.isFile()) return refuse(response, 404)
  response.writeHead(200, {
    'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Content-Security-Policy': policyFor(path),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(path), response)
}

/** The file inside `root` that a path of the address names; null for anything that leads out of it. */
function fileFor(root: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return path.startsWith(normalize(root) + sep) ? path : null
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain', 'X-Content-Type-Options': 'nosniff' }).end()
}
