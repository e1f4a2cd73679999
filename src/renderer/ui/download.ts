/** Lets the person save bytes as a file, by the browser's own download. */
export function download(fileName: string, mediaType: string, content: Uint8Array | string): void {
  // Bytes that came over a port or socket never lie in shared memory.
  const part = typeof content === 'string' ? content : (content as Uint8Array<ArrayBuffer>)
  const address = URL.createObjectURL(new Blob([part], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download reads the blob after this turn; a minute is more than it needs to start.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
