/** Control characters, marks that turn or hide what stands beside them, line separators, and halves of surrogate pairs. */
const misleading =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being made visible.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu

/**
 * A path or a name as it may be shown: characters that break lines, turn the direction of writing or cannot be seen are
 * written as `\u202e`, so that `invoice\u202efdp.exe` cannot pass for a PDF.
 */
export function displayPath(path: string): string {
  return path.replace(misleading, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
