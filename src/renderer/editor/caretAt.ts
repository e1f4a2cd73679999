/** The DOM position under a point of the viewport (px), or null where there is no text. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  // Electron's and Chromium's newer name first; WebKit only knows the older one.
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y)
    return position ? { node: position.offsetNode, offset: position.offset } : null
  }
  const range = document.caretRangeFromPoint(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
