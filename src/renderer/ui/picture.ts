/** A picture's sides and area in pixels beyond which browsers refuse to draw one. */
const limits = { side: 16_384, area: 120_000_000 }

/** An SVG document as an address that an image can show. */
export function svgAddress(svg: string): string {
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
}

/**
 * Draws an SVG document, which states its width and height in pixels, as a PNG `scale` times as large; smaller where no
 * browser could draw it. Throws an `Error` where the document is no SVG.
 */
export async function svgToPng(svg: string, scale = 2): Promise<Uint8Array> {
  const address = svgAddress(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const { width, height } = image
    const fits = Math.min(
      scale,
      limits.side / Math.max(width, height),
      Math.sqrt(limits.area / (width * height)),
    )
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(width * fits))
    canvas.height = Math.max(1, Math.floor(height * fits))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('The picture is too large to be drawn.')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
