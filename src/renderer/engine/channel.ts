import { decode, Encoder } from '@msgpack/msgpack'
import { engineGoneMessage, enginePortMessage, type ShellBridge } from '#shared/shell.ts'

/** One open line to an engine. It never reopens: a lost line is replaced by a new one. */
export interface Channel {
  post(message: unknown): void
  /** Sets who hears messages. Messages that came earlier are kept until then. */
  listen(listener: (message: unknown) => void): void
  close(): void
}

/** Who is told that a line opened or was lost. */
export interface ChannelWatcher {
  opened(channel: Channel): void
  /** `willReturn` is false when nobody is going to open a new line. */
  lost(willReturn: boolean): void
}

declare global {
  interface Window {
    /** Only in Electron. */
    readonly crossreadShell?: ShellBridge
  }
}

/** The Electron shell's bridge, or null in a browser tab. */
export function shellBridge(): ShellBridge | null {
  return window.crossreadShell ?? null
}

/** Opens lines to the engine for as long as the window lives, by port in Electron and by socket in a browser. */
export function watchChannels(watcher: ChannelWatcher): void {
  const shell = shellBridge()
  if (shell) watchPorts(shell, watcher)
  else watchSocket(watcher)
}

function watchPorts(shell: ShellBridge, watcher: ChannelWatcher): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window) return
    const port = event.ports[0]
    if (event.data?.type === enginePortMessage && port) watcher.opened(portChannel(port))
    if (event.data?.type === engineGoneMessage) watcher.lost(event.data.restarting === true)
  })
  shell.connectEngine()
}

function portChannel(port: MessagePort): Channel {
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => {
      // Setting onmessage starts the port, which has been queueing until now.
      port.onmessage = (event) => listener(event.data)
    },
    close: () => port.close(),
  }
}

const firstRetryMs = 500
const longestRetryMs = 8_000

function watchSocket(watcher: ChannelWatcher): void {
  let wait = firstRetryMs
  const open = (): void => {
    const socket = new WebSocket(socketAddress(window.location))
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      wait = firstRetryMs
      watcher.opened(socketChannel(socket))
    }
    socket.onclose = () => {
      watcher.lost(true)
      setTimeout(open, wait)
      wait = Math.min(wait * 2, longestRetryMs)
    }
  }
  open()
}

function socketAddress(page: Location): string {
  const token = new URLSearchParams(page.search).get('token') ?? ''
  return `ws://${page.host}/engine?token=${encodeURIComponent(token)}`
}

/** A note's nesting is part of a message's: a list in a list in a list is three levels of objects deeper each time. */
const deepestMessage = 5_000

function socketChannel(socket: WebSocket): Channel {
  const encoder = new Encoder({ ignoreUndefined: true, maxDepth: deepestMessage })
  return {
    post: (message) => socket.send(encoder.encode(message)),
    listen: (listener) => {
      socket.onmessage = (event: MessageEvent<ArrayBuffer>) => listener(decode(new Uint8Array(event.data)))
    },
    close: () => socket.close(),
  }
}
