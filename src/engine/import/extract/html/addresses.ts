import { attribute, elementsIn, type HtmlElement } from './tree.ts'

/** Makes the addresses of one page absolute. */
export interface Addresses {
  /** An absolute `http:`, `https:` or `mailto:` address, `#name` of a place in the same page, or null for anything else. */
  resolve(href: string): string | null
  /** How many programs and data were given as addresses so far. */
  readonly dropped: number
}

const longestAddress = 4_000

/**
 * @param root the page, for its `<base>`
 * @param pageUrl where it was, if known
 */
export function addressesOf(root: HtmlElement, pageUrl: string | undefined): Addresses {
  const base = baseOf(root, pageUrl)
  const page = withoutFragment(pageUrl ?? base ?? '')
  let dropped = 0
  return {
    get dropped() {
      return dropped
    },
    resolve(href) {
      const address = withoutControls(href)
      if (address === '' || address === '#' || address.length > longestAddress) return null
      if (address.startsWith('#')) return decodeFragment(address)
      const url = parse(address, base)
      if (/^\s*(?:javascript|vbscript|data|file|blob):/i.test(url?.href ?? address)) dropped += 1
      if (url === null || !/^(?:https?|mailto):$/.test(url.protocol)) return null
      const samePage = page !== '' && url.hash.length > 1 && withoutFragment(url.href) === page
      return samePage ? decodeFragment(url.hash) : url.href
    },
  }
}

function baseOf(root: HtmlElement, pageUrl: string | undefined): string | undefined {
  for (const element of elementsIn(root)) {
    if (element.name === 'body') break
    if (element.name !== 'base') continue
    const url = parse(attribute(element, 'href').trim(), pageUrl)
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href
  }
  return pageUrl
}

function parse(href: string, base: string | undefined): URL | null {
  // Asked beforehand, because an exception for each of a million links takes half a minute.
  if (base === undefined && !/^[a-z][a-z\d+.-]*:/i.test(href)) return null
  try {
    return new URL(href, base)
  } catch {
    return null
  }
}

/** Browsers drop line breaks and tabs inside an address, and control characters around it. */
function withoutControls(href: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  return href.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '')
}

function withoutFragment(url: string): string {
  return url.split('#', 1).join('')
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
