/**
 * Leaves a field for what had the focus before it, such as the text one reads; where nothing had it, or that is gone,
 * for the first button in `nearby`.
 */
export function goBack(before: Element | null, nearby: Element | null): void {
  const stands = before instanceof HTMLElement && before.isConnected && before !== document.body
  const to = stands ? before : nearby?.querySelector('button')
  to?.focus({ preventScroll: true })
}
