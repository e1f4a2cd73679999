import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './app/test.ts'

// Every test here does what the window must refuse, and the console says so.
test.use({ consoleErrorsExpected: true })

test('the window is a sandboxed page of the application’s own scheme', async ({ app }) => {
  expect(app.page.url()).toMatch(/^app:\/\//)
  const globals = await app.page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
  )
  expect(globals).toEqual([])
})

test('the window never leaves the application', async ({ app }) => {
  const here = app.page.url()
  const windows = app.page.context().pages().length
  await app.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://crossread.invalid/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.target = ''
    link.click()
    window.open('https://crossread.invalid/')
    location.href = 'https://crossread.invalid/'
  })
  await app.page.waitForTimeout(500)
  expect(app.page.url()).toBe(here)
  expect(app.page.context().pages()).toHaveLength(windows)
})

test('no request leaves the application, however the page asks', async ({ app }) => {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('ok')
  })
  server.on('upgrade', (request, socket) => {
    requests.push(request.url ?? '')
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const answer = await app.page.evaluate(askEveryWay, address)
  server.close()
  expect(answer).toBe('refused')
  expect(requests).toEqual([])
})

test('no text becomes code', async ({ app }) => {
  const ran = await app.page.evaluate(() => {
    const state = globalThis as { ran?: boolean }
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML = '<img src="data:," onerror="globalThis.ran = true">'
    document.body.append(holder)
    return new Promise((done) => setTimeout(() => done(state.ran ?? false), 300))
  })
  expect(ran).toBe(false)
})

test('the scheme serves the window’s files alone', async ({ app }) => {
  const statuses = await app.page.evaluate(() => {
    const paths = [
      '/../package.json',
      '/%2e%2e/main/main.js',
      '/..%2fmain/main.js',
      '/%5c..%5cmain%5cmain.js',
      '//etc/passwd',
    ]
    return Promise.all(
      paths.map((path) =>
        fetch(
          `${location.origin === 'null' ? `${location.protocol}//${location.host}` : location.origin}${path}`,
        ).then(
          async (response) =>
            response.ok && !(await response.text()).includes('id="root"') ? `served ${path}` : 'refused',
          () => 'refused',
        ),
      ),
    )
  })
  expect(new Set(statuses)).toEqual(new Set(['refused']))
})

test('every permission is denied', async ({ app }) => {
  const notification = await app.page.evaluate(() => Notification.requestPermission())
  expect(notification).toBe('denied')
  const camera = await app.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    ),
  )
  expect(camera).toBe('denied')
})

/** Tries a fetch, an image, a script, a frame, a beacon and a socket; says how the fetch ended. */
async function askEveryWay(address: string): Promise<string> {
  const add = (tag: 'img' | 'script' | 'iframe') => {
    const element = document.createElement(tag)
    element.src = `http://${address}/${tag}`
    document.body.append(element)
  }
  for (const tag of ['img', 'script', 'iframe'] as const) add(tag)
  navigator.sendBeacon(`http://${address}/beacon`)
  try {
    new WebSocket(`ws://${address}/socket`)
  } catch {
    // Refused at once, which is as good.
  }
  const answer = await fetch(`http://${address}/fetch`).then(
    () => 'answered',
    () => 'refused',
  )
  await new Promise((done) => setTimeout(done, 300))
  return answer
}
