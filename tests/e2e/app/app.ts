import type { Page } from '@playwright/test'
import type { CommandId } from '#shared/commands.ts'

export type AppKind = 'electron' | 'chromium'

/** A running Crossread, in Electron or in a browser tab. What a person does alike in both goes through `page`. */
export interface App {
  readonly kind: AppKind
  /** The window in hand; another one after a restart. */
  readonly page: Page
  /** A folder of this test's own, gone when the test is over. */
  readonly folder: string
  /** Answers the file dialog that `open` brings up with `paths`. */
  chooseFiles(paths: string[], open: () => Promise<void>): Promise<void>
  /** Runs `start`, which ends in an export, and gives the files that it wrote, by their path in the export. */
  exported(start: () => Promise<void>): Promise<Map<string, string>>
  /** Runs `start`, which lets the window save a file, and gives the path of what was saved. */
  downloaded(start: () => Promise<void>): Promise<string>
  /** Runs `start`, which saves a source's original, and gives the path of what was saved. */
  savedOriginal(start: () => Promise<void>): Promise<string>
  /** Puts what another program would have copied on the system's clipboard: words in two forms, or an image. */
  copyElsewhere(copied: { html?: string; text: string } | { png: Uint8Array }): Promise<void>
  /** The plain text on the system's clipboard. */
  copiedText(): Promise<string>
  /** Chooses a command's entry: in the native menu, or in the palette where there is no native menu. */
  menu(command: CommandId): Promise<void>
  /** Quits the application and starts it again on the same notebook. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Lines that the window's console must not hold when a test ends. */
export function watchForErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}\n${error.stack ?? ''}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
}

/** Waits until the window has its notebook and listens to the person: its status bar then says that all is saved. */
export async function untilReady(page: Page): Promise<void> {
  await page.getByRole('contentinfo').getByText('Saved').waitFor()
}
