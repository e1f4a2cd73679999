/** What is being typed: `[[` mentions anything, `@` cites a source. */
export interface Asked {
  how: 'mention' | 'cite'
  /** What to look for. */
  text: string
  /** Sources of this year alone. */
  year: string | null
}

/** The words before the caret as a typeahead that is being typed; null where they are none. */
export function matchTypeahead(
  text: string,
): { leadOffset: number; matchingString: string; replaceableString: string } | null {
  const mention = /\[\[([^[\]\n]{0,80})$/.exec(text)
  if (mention) {
    return {
      leadOffset: mention.index,
      matchingString: `[${mention[1] ?? ''}`,
      replaceableString: mention[0],
    }
  }
  // Not within a word, as in an address; and what follows begins at once.
  const cite = /(^|[\s([“"'—–-])@((?:[^\s@[\]][^@[\]\n]{0,60})?)$/.exec(text)
  if (!cite) return null
  const at = cite.index + (cite[1]?.length ?? 0)
  return { leadOffset: at, matchingString: `@${cite[2] ?? ''}`, replaceableString: text.slice(at) }
}

/** What a `matchingString` asks for. People cite by name and year; the index knows the names. */
export function askedFor(matchingString: string): Asked {
  const text = matchingString.slice(1)
  if (!matchingString.startsWith('@')) return { how: 'mention', text, year: null }
  const year = /(?:^|\s)(\d{4})\s*$/.exec(text)
  return { how: 'cite', text: (year ? text.slice(0, year.index) : text).trim(), year: year?.[1] ?? null }
}
