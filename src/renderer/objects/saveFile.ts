/** Hands text to the browser as a download. `mediaType` such as `text/csv`; the bytes are UTF-8. */
export function saveFile(fileName: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once it started.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
