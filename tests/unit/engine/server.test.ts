import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Engine, openEngine } from '#engine/engine.ts'
import { type RunningServer, startServer } from '#engine-host/server.ts'

let folder: string
let engine: Engine
let server: RunningServer
let url: URL

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-server-'))
  mkdirSync(join(folder, 'window'))
  mkdirSync(join(folder, 'window-secret'))
  writeFileSync(join(folder, 'window', 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'window-secret', 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  engine = openEngine({ notebookPath: join(folder, 'n.crossread'), sampleFolder: folder, create: true })
  server = await startServer(engine, { rendererRoot: join(folder, 'window') })
  url = new URL(server.url)
})
afterEach(async () => {
  await server.close()
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; csp: string; body: string }> {
  return new Promise((resolve, reject) => {
    request(
      { host: url.hostname, port: url.port, path, headers: { host: url.host, ...headers } },
      (response) => {
        let body = ''
        response.on('data', (chunk) => (body += chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            csp: String(response.headers['content-security-policy']),
            body,
          }),
        )
      },
    )
      .on('error', reject)
      .end()
  })
}

function connect(token: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${url.host}/engine?token=${token}`, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
  })
}
const token = () => url.searchParams.get('token') ?? ''
const ours = () => ({ origin: url.origin })

function call(socket: WebSocket, name: string, input: unknown): Promise<unknown> {
  socket.send(encode({ t: 'q', i: '1', m: 'call', a: [name, input] }))
  return new Promise((resolve) =>
    socket.on('message', (data) => {
      const message = decode(data as Buffer) as { i?: string; r?: unknown }
      if (message.i === '1') resolve(message.r)
    }),
  )
}

test('the window is served with a strict policy, and nothing outside its folder', async () => {
  const page = await get('/')
  expect(page).toMatchObject({ status: 200, body: '<!doctype html>' })
  expect(page.csp).toContain("default-src 'none'")
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/../window-secret/secret.txt',
    '/%00',
    '/%',
  ]) {
    expect((await get(path)).status).toBe(404)
  }
})

test('another name for this machine is refused', async () => {
  expect((await get('/', { host: `localhost:${url.port}` })).status).toBe(403)
  expect((await get('/', { host: 'evil.example' })).status).toBe(403)
})

test('the engine answers only with the token and from the page itself', async () => {
  await expect(connect('wrong', ours())).rejects.toThrow('403')
  await expect(connect('', ours())).rejects.toThrow('403')
  await expect(connect(token(), { origin: 'http://evil.example' })).rejects.toThrow('403')
  await expect(connect(token(), {})).rejects.toThrow('403')
  await expect(connect(token(), { ...ours(), host: 'evil.example' })).rejects.toThrow('403')
  const socket = await connect(token(), ours())
  expect(await call(socket, 'claims.create', { statement: 'By socket' })).toMatchObject({
    ok: true,
    value: { number: 1 },
  })
  socket.close()
})

test('unknown calls and bad input come back as errors without a stack', async () => {
  const socket = await connect(token(), ours())
  expect(await call(socket, 'constructor', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown_method' },
  })
  socket.close()
  const other = await connect(token(), ours())
  const answer = await call(other, 'claims.create', { statement: 5, extra: true })
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(JSON.stringify(answer)).not.toContain('.ts')
  other.close()
})

test('a frame that no client of ours sends ends the connection', async () => {
  const socket = await connect(token(), ours())
  socket.send(Buffer.from([0xc1, 0xc1]))
  await new Promise((resolve) => socket.on('close', resolve))
  expect((await engine.call('notebook.info', {})).counts.claims).toBe(0)
})
