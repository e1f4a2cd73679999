/**
 * Escapes text so that Markdown, as CommonMark and Obsidian read it, shows it letter for letter: no emphasis, links,
 * tags, comments, highlights, formulas, HTML or block ids come of it. For text inside one line.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<$]/g, '\\$&')
    .replace(/(?<!\/)~/g, '\\~')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/==|%%/g, (pair) => `\\${pair[0]}\\${pair[1]}`)
    .replace(/(?<![^\s\p{P}])#(?=[^\s#])/gu, '\\#')
    .replace(/(?<=^|\s)#(?=#*\s*$)/, '\\#')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<=^|\s)\^(?=[\w-]+\s*$)/g, '\\^')
}

/** `escapeInline` for text that begins a line, where lists, headings, quotations and rules begin too. */
export function escapeLine(text: string): string {
  return escapeInline(text.trimStart())
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|\||-{2,}|={1,}|:)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** The text as a Markdown quotation, one quoted paragraph a line of `text`. */
export function quotation(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${escapeLine(line)}`)
    .join('\n>\n')
}
