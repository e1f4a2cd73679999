import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createConnection } from 'node:net'
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
/** Asks for a socket by hand; gives what is answered, or nothing when the line is cut without waiting. */
function upgrade(path: string, wait: boolean): Promise<string> {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${url.host}`, 'Connection: Upgrade', 'Upgrade: websocket']
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection(Number(url.port), url.hostname, () => {
      socket.write(`${lines.join('\r\n')}\r\n\r\n`, () => {
        if (!wait) socket.resetAndDestroy()
      })
    })
    socket.on('data', (data) => (answer += data))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
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

test('an address that is none is answered, and refused as an upgrade', async () => {
  expect((await get('//')).status).toBe(404)
  const answer = await upgrade('//', true)
  expect(answer).toContain('403')
  expect((await get('/')).status).toBe(200)
})

test('whoever asks for an upgrade and is gone at once does no harm', async () => {
  for (let time = 0; time < 20; time++) await upgrade('/engine?token=wrong', false)
  expect((await get('/')).status).toBe(200)
})

test('a reader that leaves in the middle of a file does no harm', async () => {
  writeFileSync(join(folder, 'window', 'large.js'), Buffer.alloc(8 * 1024 * 1024))
  const socket = createConnection(Number(url.port), url.hostname)
  socket.write(`GET /large.js HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  socket.resetAndDestroy()
  expect((await get('/')).status).toBe(200)
})

test.each([
  ['nil', null],
  ['a number', 5],
  ['a list', []],
  ['an answer to nothing', { t: 's', i: '1', r: 1 }],
  ['a function that every object has', { t: 'q', i: '1', m: 'constructor', a: [] }],
  ['an unknown function', { t: 'q', i: '1', m: 'nothing', a: [] }],
  ['a call without arguments', { t: 'q', i: '1', m: 'call' }],
])('a client that sends %s is cut off, and only that one', async (_, message) => {
  const other = await connect(token(), ours())
  const socket = await connect(token(), ours())
  const answers: unknown[] = []
  socket.on('message', (data) => answers.push(data))
  socket.send(encode(message))
  await new Promise((resolve) => socket.on('close', resolve))
  expect(answers).toEqual([])
  expect(await call(other, 'notebook.info', {})).toMatchObject({ ok: true })
  other.close()
})

test('a note with lists in lists in lists reaches its reader', async () => {
  const markdown = Array.from({ length: 40 }, (_, depth) => `${'    '.repeat(depth)}- level ${depth}`).join(
    '\n',
  )
  const { id } = await engine.call('notes.create', { title: 'Deep', markdown })
  const socket = await connect(token(), ours())
  expect(await call(socket, 'notes.get', { id })).toMatchObject({ ok: true, value: { id } })
  socket.close()
})
