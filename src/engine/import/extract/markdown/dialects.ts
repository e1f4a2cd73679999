/**
 * Takes off what Obsidian and its like add within a line: `[[page|words]]` is its words, `![[file]]` shows another file and
 * is left out, `==words==` are marked words, and what stands between `%%` is not for readers.
 */
export function readWikiText(text: string, leaveOut: () => void): string {
  if (!/\[\[|==|%%/.test(text)) return text
  return text
    .replace(/!\[\[[^[\]\n]+\]\]/g, () => {
      leaveOut()
      return ''
    })
    .replace(/\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g, (_, page: string, words?: string) => {
      return (
        words?.trim() ||
        page
          .replace(/#\^[\w-]+$/, '')
          .replace(/^#/, '')
          .replaceAll('#', ' › ')
      )
    })
    .replace(/(?<![=\S])==(?=[^\s=])([^=\n]*[^\s=])==(?!=)/g, '$1')
    .replace(/%%[^%\n]*%%/g, '')
}

/** The name that Obsidian lets a block be linked by stands at its end: ` ^2f8a1c`. */
export function cutBlockId(text: string): { text: string; blockId?: string } {
  const found = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(text)
  return found?.[1] === undefined ? { text } : { text: text.slice(0, found.index), blockId: found[1] }
}

/** What follows the mark of a callout, `> [!note]- Title`, on its line and below; null where a text begins with none. */
export function readCallout(text: string): { title: string; rest: string } | null {
  const [all, title = ''] = /^\[!\w[\w-]*\][-+]?[ \t]*([^\n]*)\n?/.exec(text) ?? []
  return all === undefined ? null : { title: title.trim(), rest: text.slice(all.length) }
}

/** Pandoc's lines of title, authors and date at the very beginning, as front matter would have them. */
export function readTitleBlock(text: string): { fields: Record<string, unknown>; length: number } | null {
  const found = /^%[ \t]+(\S.*)\r?\n(?:%[ \t]*(.*)\r?\n(?:%[ \t]*(.*)(?:\r?\n|$))?)?/.exec(text)
  if (found === null) return null
  const [all, title, author, date] = found
  const fields: Record<string, unknown> = { title }
  if (author?.trim()) fields.author = author
  if (date?.trim()) fields.date = date
  return { fields, length: all.length }
}

/** A line of Readwise's list of details, such as `Author: Jane Doe`; null of any other. */
export function readDetail(item: string): [key: string, value: string] | null {
  const found =
    /^(Author|Authors|Full Title|URL|Publisher|Published|Published Date|Source|Document Tags): ?(.+)$/i.exec(
      item,
    )
  const [, key, value] = found ?? []
  if (key === undefined || value === undefined) return null
  return [key.toLowerCase() === 'full title' ? 'title' : key.toLowerCase(), value]
}
