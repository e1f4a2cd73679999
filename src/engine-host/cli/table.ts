/** Rows as aligned columns, two spaces apart. Numbers stand to the right; the last column keeps its length. */
export function table(rows: (string | number)[][]): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length)
    })
  }
  return rows.map((row) => line(row, widths)).join('\n')
}

function line(row: (string | number)[], widths: number[]): string {
  const cells = row.map((cell, column) => {
    const width = widths[column] ?? 0
    if (typeof cell === 'number') return String(cell).padStart(width)
    return column === row.length - 1 ? cell : cell.padEnd(width)
  })
  return cells.join('  ').trimEnd()
}

/** Text on one line, cut to `length` characters. */
export function brief(text: string, length = 72): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`
}
