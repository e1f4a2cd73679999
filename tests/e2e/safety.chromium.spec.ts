import { request } from 'node:http'
import { expect, test } from './app/test.ts'

test('the server answers on this machine alone', async ({ app }) => {
  expect(new URL(app.page.url()).hostname).toBe('127.0.0.1')
})

test('the engine wants its token', async ({ app }) => {
  const address = new URL(app.page.url())
  expect(await upgrade(address, '/engine', {})).toBe('refused')
  expect(await upgrade(address, '/engine?token=guess', {})).toBe('refused')
})

test('a page from elsewhere does not reach the engine', async ({ app }) => {
  const address = new URL(app.page.url())
  expect(await upgrade(address, `/engine${address.search}`, { origin: 'http://elsewhere.invalid' })).toBe(
    'refused',
  )
  expect(
    await upgrade(address, `/engine${address.search}`, { host: `elsewhere.invalid:${address.port}` }),
  ).toBe('refused')
})

test('a name that points here does not reach the window', async ({ app }) => {
  const address = new URL(app.page.url())
  expect(await status(address, '/', { host: `elsewhere.invalid:${address.port}` })).toBeGreaterThanOrEqual(
    400,
  )
})

test('only the window’s files are served', async ({ app }) => {
  const address = new URL(app.page.url())
  const paths = [
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2fmain%2fmain.js',
    '//etc/passwd',
    '//',
    '/%',
  ]
  for (const path of paths) {
    expect(await status(address, path, {}), path).toBeGreaterThanOrEqual(400)
  }
  expect(await status(address, '/', {})).toBe(200)
})

/** The status of a plain request, made by hand so that the path and the host stay as written. */
function status(address: URL, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, fail) => {
    request({ host: address.hostname, port: address.port, path, headers }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
      .on('error', fail)
      .end()
  })
}

/** Asks for a WebSocket; says whether the server opened one. */
function upgrade(address: URL, path: string, headers: Record<string, string>): Promise<'opened' | 'refused'> {
  const asked = {
    origin: address.origin,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.from('sixteen bytes ok').toString('base64'),
    ...headers,
  }
  return new Promise((done) => {
    request({ host: address.hostname, port: address.port, path, headers: asked })
      .on('upgrade', (_response, socket) => {
        socket.destroy()
        done('opened')
      })
      .on('response', (response) => {
        response.resume()
        done('refused')
      })
      .on('error', () => done('refused'))
      .end()
  })
}
