const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** So many bytes, as people say it: `820 byte`, `3.4 MB`. Counts by thousands, as file managers do. */
export function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1_000 ** power)
}

/** A share from 0 to 1 in percent. What is not wholly the same never reads as 100 %, nor what is a little like as 0 %. */
export function formatPercent(share: number, locale: string): string {
  const percent = Math.round(share * 100)
  const honest = share >= 1 || share <= 0 ? percent : Math.min(99, Math.max(1, percent))
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(honest / 100)
}

/** How long something will take, as a key of the catalogue with its count: nobody wants it to the second. */
export function timeLeft(seconds: number): { key: 'soon' | 'minutes' | 'hours'; count: number } {
  if (seconds < 55) return { key: 'soon', count: 0 }
  if (seconds < 5_400) return { key: 'minutes', count: Math.max(1, Math.round(seconds / 60)) }
  return { key: 'hours', count: Math.round(seconds / 3_600) }
}
