/** Puts a backslash before whatever Markdown would take for formatting. */
export function escapeMarkdown(plain: string): string {
  return plain.replace(/[\\`*_~[\]<>]/g, '\\$&')
}

/** Takes those backslashes away again. */
export function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/\\([\\`*_~[\]<>])/g, '$1')
}
