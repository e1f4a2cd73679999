/** The canonical text that blocks make. */
export function canonicalText(blocks: readonly { text: string }[]): string {
  return blocks.map((block) => block.text).join('\n')
}

/** NFC, `\n` newlines, no control or invisible formatting characters, runs of white space as one space. */
export function normalise(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\f\v\u0085]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\ufeff\u200b\u2060]/g, '')
      // Only now: a soft hyphen between a letter and its accent keeps the two apart.
      .normalize('NFC')
      // A single space is left alone: there are too many of them to replace each by itself.
      .replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ')
  )
}

/** The words of a query or a quote made comparable with canonical text. */
export function normaliseQuote(quote: string): string {
  return normalise(quote)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
