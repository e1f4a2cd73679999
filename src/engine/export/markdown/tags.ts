/** A tag as Obsidian takes it: no spaces, no punctuation but `-`, `_` and `/`, and not a mere number. */
export function obsidianTag(name: string): string {
  const tag = name
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]/gu, '')
  return /^[\d/]*$/.test(tag) ? `tag-${tag}` : tag
}
