/** The program that makes an X display without a screen; null where there is none. */
export function findVirtualDisplay(): string | null
