import { shellBridge } from '../engine/channel.ts'

/** Whether Cmd is the window's Mod key. */
export const isMac: boolean =
  typeof window !== 'undefined' &&
  (shellBridge() ? shellBridge()?.platform === 'darwin' : /Mac|iPhone|iPad/.test(navigator.userAgent))
