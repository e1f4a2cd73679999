import { shellBridge } from '#renderer/engine/channel.ts'

/** Whether a text is an address that may be opened: only the web's. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text)
}

/** Opens a web address in the system's browser. */
export function openAddress(address: string): void {
  if (!isWebAddress(address)) return
  const shell = shellBridge()
  if (shell) void shell.openExternal(address)
  else window.open(address, '_blank', 'noopener,noreferrer')
}
