/** The rows of a table in CSV (RFC 4180), with or without a byte order mark. */
export function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  const part = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  const text = csv.replace(/^\uFEFF/, '').trimEnd()
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows
}
