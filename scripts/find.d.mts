/** The program that makes an X display without a screen; null where there is none. */
export function findVirtualDisplay(): string | null

/** The Chromium to test in: `CROSSREAD_CHROMIUM`, or one that the system has; null where there is none. */
export function findChromium(): string | null
