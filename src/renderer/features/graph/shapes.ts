/** What the layout, its cost and the drawing speak of; lengths are in pixels. */
export interface Point {
  x: number
  y: number
}

export interface LayoutNode {
  key: string
  width: number
  height: number
}

export interface LayoutEdge {
  from: string
  to: string
}
