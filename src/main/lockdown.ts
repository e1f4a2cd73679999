import { app, session } from 'electron'
import { isOwnPage, mayLoad } from './own-page.ts'

/**
 * Writing plain text to the clipboard is what any page may do on a click with `execCommand`; without this the
 * modern call for the same thing would fail. Every other permission is refused.
 */
const harmlessPermission = 'clipboard-sanitized-write'

/** Keeps every page where it is and the app offline: no navigation, windows, permissions or web requests. */
export function lockDown(developmentServer: string | null): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      // The development server reloads the page by itself; the built page never goes anywhere.
      if (developmentServer === null || !isOwnPage(event.url, developmentServer)) event.preventDefault()
    })
  })
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === harmlessPermission),
  )
  own.setPermissionCheckHandler((_contents, permission) => permission === harmlessPermission)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, developmentServer) })
  })
}
