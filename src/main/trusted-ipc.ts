import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import { isOwnPage } from './own-page.ts'

/** Listening to the window: a message counts only when the top frame of our own page sent it. */
export class TrustedIpc {
  readonly #developmentServer: string | null
  readonly #report: (what: string) => void

  /** `report` hears of every message that was refused. */
  constructor(developmentServer: string | null, report: (what: string) => void) {
    this.#developmentServer = developmentServer
    this.#report = report
  }

  /** Answers a question of the window's. The arguments are whatever the window sent: check them. */
  answer(channel: string, run: (sender: WebContents, argument: unknown) => unknown): void {
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!this.#trusts(event)) throw new Error('Refused: this page may not ask the shell for anything.')
      return run(event.sender, argument)
    })
  }

  /** Listens for a message of the window's that wants no answer. */
  listen(channel: string, run: (sender: WebContents, argument: unknown) => void): void {
    ipcMain.on(channel, (event, argument: unknown) => {
      if (this.#trusts(event)) run(event.sender, argument)
    })
  }

  #trusts(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame
    const trusted = frame !== null && frame.parent === null && isOwnPage(frame.url, this.#developmentServer)
    if (!trusted) this.#report(`refused a message from ${frame?.url ?? 'a frame that is gone'}`)
    return trusted
  }
}
