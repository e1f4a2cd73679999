/** A text on a page of a made PDF. `y` counts from the top; the font is Helvetica, Helvetica-Bold or Courier. */
export interface PdfText {
  x: number
  y: number
  text: string
  size?: number
  font?: 'F' | 'B' | 'C'
  /** A text rendering mode; 3 is invisible, as text recognition leaves it over a picture. */
  mode?: number
  /** In degrees, against the clock. */
  angle?: number
}

export interface PdfPage {
  texts: PdfText[]
  /** Annotations, as PDF writes them. */
  annotations?: string[]
}

const height = 800

/** The smallest PDF that has these texts at these places, for layouts that no program here sets on its own. */
export function makePdf(pages: readonly PdfPage[], info = ''): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  for (const name of ['Helvetica', 'Helvetica-Bold', 'Courier']) {
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
  }
  const fonts = '<< /F 3 0 R /B 4 0 R /C 5 0 R >>'
  const kids: string[] = []
  for (const { texts, annotations = [] } of pages) {
    const content = texts.map(show).join('\n')
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const annots = annotations.length === 0 ? '' : `/Annots [${annotations.join(' ')}]`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 ${height}] /Resources << /Font ${fonts} >> /Contents ${objects.length} 0 R ${annots} >>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`
  objects.push(`<< ${info} >>`)
  return serialise(objects)
}

function show({ x, y, text, size = 10, font = 'F', mode = 0, angle = 0 }: PdfText): string {
  const radians = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians).toFixed(4), Math.sin(radians).toFixed(4)]
  const written = text.replace(/[\\()]/g, (sign) => `\\${sign}`)
  return `BT /${font} ${size} Tf ${mode} Tr ${cos} ${sin} -${sin} ${cos} ${x} ${height - y} Tm (${written}) Tj ET`.replace(
    '--',
    '',
  )
}

function serialise(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
