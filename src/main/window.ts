import { BrowserWindow, nativeTheme, screen } from 'electron'
import { offerContextMenu } from './context-menu.ts'
import { pageAddress } from './own-page.ts'
import { iconPath, preloadPath } from './paths.ts'
import type { Settings } from './settings.ts'
import { placeWindow, smallestWindow } from './window-bounds.ts'

/** The page's backgrounds, as in its tokens, for the moment before the page has painted its own. */
const backgrounds = { light: '#ffffff', dark: '#1b1c1e' }

/** Opens the window where it was last time and shows it once it has something to show. */
export function openWindow(settings: Settings, developmentServer: string | null): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(settings.data.window, screens),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor:
      settings.data.background ?? (nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light),
    icon: iconPath,
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Chromium's own spelling check fetches dictionaries from the web; macOS has one of its own.
      spellcheck: process.platform === 'darwin',
    },
  })
  window.once('ready-to-show', () => (settings.data.window?.maximised ? window.maximize() : window.show()))
  window.on('page-title-updated', (event) => event.preventDefault())
  rememberWindow(window, settings)
  offerContextMenu(window.webContents)
  void window.loadURL(pageAddress(developmentServer))
  return window
}

/** Keeps the window's place when it closes, and the colour the page says it is painted in (`theme-color`). */
function rememberWindow(window: BrowserWindow, settings: Settings): void {
  let background = settings.data.background
  window.webContents.on('did-change-theme-color', (_event, colour) => {
    background = colour
    if (colour !== null) window.setBackgroundColor(colour)
  })
  window.on('close', () => {
    settings.update({
      window: { ...window.getNormalBounds(), maximised: window.isMaximized() },
      background,
    })
  })
}
