import type { BlockKind } from '#shared/model.ts'

/** What a paragraph's style says that it is. `contents` is a line of a table of contents, which repeats headings. */
export interface StyleRole {
  kind: BlockKind | 'title' | 'contents'
  /** Of a heading 1-6, of a list item from 1; 0 otherwise. */
  level: number
}

/**
 * “Heading 1” as word processors call it in the languages they come in. Word itself writes the English name into the
 * file, but styles that travelled through other programs keep the name of their user's language.
 */
const headingWords = [
  'heading|überschrift|titre|título|titulo|titolo|intestazione|encabezado|cabeçalho|kop|rubrik|overskrift|otsikko|fyrirsögn',
  'nagłówek|nadpis|naslov|címsor|titlu|antraštė|virsraksts|pealkiri|başlık|заголовок|заглавие|наслов|επικεφαλίδα',
  '標題|标题|見出し|제목|หัวเรื่อง|कॉन्टेंट शीर्षक|عنوان|כותרת|đầu đề|judul',
].join('|')
const heading = new RegExp(`^(?:${headingWords})\\s*([1-9])(?:$|[^\\d])`, 'u')

const named: [RegExp, StyleRole][] = [
  [
    /^(?:title|titel|titre|título|titulo|titolo|tytuł|název|cím|tittel|otsikko|название|заголовок|表題|标题)$/u,
    role('title'),
  ],
  [
    /^(?:toc heading|contents heading|inhaltsverzeichnisüberschrift|toa heading|index heading)$/u,
    role('contents'),
  ],
  [/^(?:toc|contents|inhaltsverzeichnis|verzeichnis|tm|tdc|sommario|inhopg|innehåll) ?\d/u, role('contents')],
  [/^table of (?:figures|authorities)$/u, role('contents')],
  [
    /(?:^|\b)(?:quot(?:e|es|ations?)|block ?text|block ?quote|zitat|citation|cita|citazione|citaat|citat|sitat|lainaus|цитата|引用文?)(?:\b|$)/u,
    role('quotation'),
  ],
  [
    /(?:^|\b)(?:caption|beschriftung|légende|didascalia|epígrafe|leyenda|bijschrift|название объекта)(?:\b|$)/u,
    role('caption'),
  ],
  [/^(?:figure|illustration|drawing|table caption|image caption)$/u, role('caption')],
  [
    /^(?:html preformatted|preformatted text|source ?code|code|code block|macro text|verbatim)$/u,
    role('code'),
  ],
]

function role(kind: StyleRole['kind'], level = 0): StyleRole {
  return { kind, level }
}

/**
 * What a style means by its name, such as `heading 2`, `Überschrift 2`, `Heading_20_2` or `Intense Quote`; null for a
 * name that says nothing.
 */
export function roleOfStyle(name: string): StyleRole | null {
  const plain = name
    .replace(/_20_/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC')
  const level = heading.exec(plain)?.[1]
  if (level !== undefined) return role('heading', Math.min(6, Number(level)))
  return named.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
