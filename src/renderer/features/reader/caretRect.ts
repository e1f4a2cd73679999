/** Where a selection's moving end stands in the viewport (px), as a rectangle without width; null where it has no place. */
export function caretRect(
  selection: Selection,
): { left: number; top: number; bottom: number; height: number } | null {
  const { focusNode, focusOffset } = selection
  if (!focusNode) return null
  const range = document.createRange()
  range.setStart(focusNode, focusOffset)
  const own = range.getClientRects()[0]
  if (own) return { left: own.left, top: own.top, bottom: own.bottom, height: own.height }
  // Between elements a collapsed range has no rectangle: take the edge of the element after it.
  const after = focusNode.childNodes[focusOffset] ?? focusNode
  const element = after instanceof Element ? after : after.parentElement
  const rect = element?.getClientRects()[0]
  return rect ? { left: rect.left, top: rect.top, bottom: rect.bottom, height: rect.height } : null
}
