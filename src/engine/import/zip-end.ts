/** The record that ends a zip, without the comment behind it. */
const recordLength = 22

/**
 * Where a zip ends in its last bytes, its comment included: downloads and mail gateways append things behind it, which
 * yauzl does not forgive. `tail.length` where no end is found.
 */
export function endOfZip(tail: Buffer): number {
  const record = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (record < 0 || record + recordLength > tail.length) return tail.length
  const comment = tail.readUInt16LE(record + recordLength - 2)
  return Math.min(tail.length, record + recordLength + comment)
}
