/** A passage of a text, UTF-16, half-open. */
export interface TextRange {
  start: number
  end: number
}
