/**
 * A PDF that was cut off has lost its end, where it says what its first object is. Here an end is written anew: it names
 * the catalogue that is still there, or one made of the pages that are. pdf.js then finds the other objects by itself.
 */

const object = /(?:^|[\r\n ])(\d{1,8}) (\d{1,5}) obj\b/g
/** How much of an object is looked at for its type. */
const dictionary = 2_000

/** The bytes with an end that names what is left; undefined where neither catalogue nor pages can be seen. */
export function withNewEnd(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.slice(0, 1024).includes('%PDF-') || /\/Encrypt\b/.test(text)) return undefined
  const { catalogue, pages, highest } = findObjects(text)
  if (catalogue !== undefined)
    return joined(bytes, `\nendstream\nendobj\ntrailer\n<< /Root ${catalogue} R >>\nstartxref\n0\n%%EOF\n`)
  if (pages.length === 0) return undefined
  const root = `${highest + 1} 0 obj\n<< /Type /Catalog /Pages ${highest + 2} 0 R >>\nendobj\n`
  const kids = pages.map((page) => `${page} R`).join(' ')
  const tree = `${highest + 2} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj\n`
  return joined(
    bytes,
    `\nendstream\nendobj\n${root}${tree}trailer\n<< /Root ${highest + 1} 0 R >>\nstartxref\n0\n%%EOF\n`,
  )
}

function findObjects(text: string): { catalogue: string | undefined; pages: string[]; highest: number } {
  let catalogue: string | undefined
  const pages: string[] = []
  let highest = 0
  for (const { 1: number, 2: generation, index, 0: found } of text.matchAll(object)) {
    highest = Math.max(highest, Number(number))
    const body =
      text
        .slice(index + found.length, index + found.length + dictionary)
        .split(/\bendobj\b|\bstream\b/, 1)[0] ?? ''
    const tree = /\/Type\s*\/Catalog\b/.test(body) ? /\/Pages\s+(\d+ \d+) R/.exec(body)?.[1] : undefined
    if (tree !== undefined && hasObject(text, tree)) catalogue = `${number} ${generation}`
    if (/\/Type\s*\/Page\b/.test(body)) pages.push(`${number} ${generation}`)
  }
  return { catalogue, pages, highest }
}

function hasObject(text: string, name: string): boolean {
  return new RegExp(`(?:^|[\\r\\n ])${name} obj\\b`).test(text)
}

function joined(bytes: Uint8Array, end: string): Uint8Array {
  const whole = new Uint8Array(bytes.length + end.length)
  whole.set(bytes)
  whole.set(Buffer.from(end, 'latin1'), bytes.length)
  return whole
}
