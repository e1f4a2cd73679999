import { decodeBytes } from '../../encoding.ts'

/** How much of a page is searched for what it says of its encoding; browsers look at 1,024 bytes. */
const searched = 8_192

/**
 * The text of an HTML file: by its byte order mark, by what its transport or its `<meta>` says where the bytes agree,
 * else by what reads best.
 * @param hint what came with the page, such as a mail's `charset`; it goes before the page's own word.
 * @throws CrossreadError `file_unreadable` for a file that is empty or no text.
 */
export function decodeHtml(bytes: Uint8Array, hint?: string): { html: string; encoding: string } {
  const { text, encoding } = decodeBytes(bytes, hint ?? declaredEncoding(bytes))
  return { html: text, encoding }
}

/** What a page says of its own encoding, in a `<meta>` or an XML declaration. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched))
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  return (meta ?? xml)?.[1]
}
