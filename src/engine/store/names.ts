/** A name as names are compared: two that differ in case, or in how an accent is put together, are one. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}
