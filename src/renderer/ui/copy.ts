/**
 * Puts data on the clipboard, by media type, with the copy event: unlike the asynchronous clipboard it needs no
 * permission, which the app grants to nobody, and takes any type. Says whether it worked; call it while a key or a click is handled.
 */
export function copyText(data: Record<string, string>): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
}
