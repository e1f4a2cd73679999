/** A text and how it was written down. */
export interface Decoded {
  text: string
  /** A name of the WHATWG's or IANA's in lower case, such as `utf-8` or `windows-1252`. */
  encoding: string
  /** False where the encoding was guessed from the text and another would have been possible. */
  certain: boolean
}
