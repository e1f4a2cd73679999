/** The name under which a pasted style is read: the browser makes nothing of it. */
export const styleAttribute = 'data-pasted-style'

/**
 * HTML as a document that is only read: nothing in it runs, loads or styles anything. The page's own policy would see to
 * that, too, but with an error for each style and handler; so those are taken out, or renamed, before the parser sees them.
 */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(disarmed(html), 'text/html')
}

/** HTML whose styles have another name, and that has no event handlers and no sheets of styles. */
export function disarmed(html: string): string {
  return html
    .replace(/<(style|script|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<(?:meta|link|base)\b[^>]*>/gi, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) =>
      // Whatever stands in quotes is a value, and no name.
      tag.replace(/"[^"]*"|'[^']*'|(?<![\w-])(?:style|on[a-z]+)(?=\s*=)/gi, (found) => {
        if (/^["']/.test(found)) return found
        return found.toLowerCase() === 'style' ? styleAttribute : `data-${found}`
      }),
    )
}
