/** Rows as CSV (RFC 4180, CRLF). A missing value is an empty cell. */
export function toCsv(rows: readonly (readonly (string | undefined)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Quotes where needed. A text from the web must not become a formula when a spreadsheet opens the file. */
function cell(value = ''): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
