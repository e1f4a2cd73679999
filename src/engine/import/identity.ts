import type { CslName, SourceMetadata } from '#shared/model.ts'

/** What tells one work from others, made comparable: how it is written differs from place to place. */

/** A DOI without what stands before it in addresses and texts, in lower case; null where there is none. */
export function doiKey(written: string | undefined): string | null {
  const found = /10\.\d{4,9}\/[^\s"<>]+/.exec(decode(written ?? ''))?.[0]
  return found === undefined ? null : found.toLowerCase().replace(/[.,;:)\]}]+$/, '')
}

/** A DOI that is given as such, or as an address. */
export function doiOf({ DOI, URL: url }: SourceMetadata): string | null {
  return doiKey(DOI) ?? (/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i.test(url ?? '') ? doiKey(url) : null)
}

/** Parameters that say where a reader came from, not what they read. */
const trackers =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ito|smid|s_cid|ref|ref_src|referrer|share|at_medium|at_campaign)$/i

/** An address without scheme, `www.`, trailing slash, fragment and trackers; null for what is none, or a DOI's. */
export function urlKey(written: string | undefined): string | null {
  let url: URL
  try {
    url = new URL((written ?? '').trim())
  } catch {
    return null
  }
  if (!/^https?:$/.test(url.protocol) || /(?:^|\.)doi\.org$/.test(url.hostname)) return null
  const host = url.host.replace(/^(?:www|m|amp)\./, '')
  const path = decode(url.pathname)
    .replace(/\/(?:index\.(?:html?|php)|amp)?$/, '')
    .replace(/\/+$/, '')
  const query = [...url.searchParams]
    .filter(([name]) => !trackers.test(name))
    .map(([name, value]) => `${name}=${value}`)
  // The front page of a site is no article: thousands have it as their address.
  if (path === '' && query.length === 0) return null
  return `${host}${path}${query.length === 0 ? '' : `?${query.sort().join('&')}`}`
}

/** The words of a title without case, accents and signs. */
export function titleKey(title: string): string {
  return title
    .replace(/<[^<>]{1,40}>/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a title is long enough to be another's by chance only rarely. `Editorial` and `Letters to the editor` are not. */
export function isTelling(key: string): boolean {
  const words = key.split(' ').length
  // Scripts without spaces say in twelve characters what takes a line elsewhere.
  return (
    key.length >= 25 ||
    (words >= 4 && key.length >= 18) ||
    (words <= 2 && /[\u3040-\u9fff\uac00-\ud7af]{12}/.test(key))
  )
}

export function yearOf({ issued }: SourceMetadata): number | null {
  return issued?.['date-parts'][0]?.[0] ?? null
}

/** The names of the people who wrote it, a word each: in bylines nobody knows which is the family's. */
export function nameWords({ author, editor }: SourceMetadata): Set<string> {
  const written = [...(author ?? []), ...(author === undefined ? (editor ?? []) : [])].map(fullName).join(' ')
  return new Set(
    titleKey(written)
      .split(' ')
      .filter((word) => word.length > 2),
  )
}

function fullName({ family, given, literal }: CslName): string {
  return [literal, given, family].filter(Boolean).join(' ')
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
