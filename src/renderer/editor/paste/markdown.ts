const strong = [
  /^#{1,6} \S/m,
  /^(?:`{3,}|~{3,})[\w-]*$/m,
  /^\|.*\|[ \t]*\n\|[ \t]*:?-+/m,
  /\[[^\]\n]+\]\((?:https?|mailto|crossread):[^)\s]+\)/,
  /(?:^|[\s(])\*\*[^\s*][^*\n]*\*\*(?=[\s.,;:!?)]|$)/m,
  /^[-*+] \[[ xX]\] \S/m,
]
const weak = /^(?:[-*+] \S|\d{1,3}[.)] \S|> \S)/

/** Whether plain text is Markdown: one sign that nobody types by chance, or two lines of a list or quotation together. */
export function looksLikeMarkdown(text: string): boolean {
  if (strong.some((sign) => sign.test(text))) return true
  const lines = text.split('\n')
  return lines.some((line, index) => weak.test(line) && weak.test(lines[index + 1] ?? ''))
}
