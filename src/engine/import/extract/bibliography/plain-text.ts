/** Markup that titles and abstracts carry: CSL's own, that of journals' databases, and TeX's leftovers. */
const markup =
  /<\/?(?:i|b|em|strong|u|sub|sup|sc|span|p|br|div|h[1-6]|ul|ol|li|title|sec|italic|bold|jats:[a-z]+|mml:[a-z]+|inline-formula)(?:\s[^<>]{0,200})?\s*\/?>/gi
const breaks = /<\/(?:p|div|li|h[1-6]|sec|title|jats:(?:p|title|sec))>|<br\s*\/?>/gi

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Words without markup. Line breaks stay where `multiline` says so. */
export function plainText(written: string, multiline = false): string {
  const text = written
    .replace(breaks, multiline ? '\n' : ' ')
    .replace(markup, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, decodeEntity)
    // TeX puts accents on a letter without a dot, which Unicode would keep without it.
    .replace(/ı(?=\p{M})/gu, 'i')
    .normalize('NFC')
  return multiline
    ? text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n\s*/g, '\n')
        .trim()
    : text.replace(/\s+/g, ' ').trim()
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : whole
}
