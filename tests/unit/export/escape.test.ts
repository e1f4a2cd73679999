import { describe, expect, it } from 'vitest'
import { escapeInline, escapeLine, quotation } from '#engine/export/markdown/escape.ts'

describe('text that must not become markup', () => {
  it.each([
    ['a *b* [[c]] `d`', 'a \\*b\\* \\[\\[c\\]\\] \\`d\\`'],
    ['<script>x</script>', '\\<script>x\\</script>'],
    ['tag #alpha and C# and #', 'tag \\#alpha and C# and \\#'],
    ['==lit== %%hidden%% $x$', '\\=\\=lit\\=\\= \\%\\%hidden\\%\\% \\$x\\$'],
    ['snake_case and _this_', 'snake_case and \\_this\\_'],
    ['AT&T &amp; R&D', 'AT&T \\&amp; R&D'],
    ['ends like an id ^abc-1', 'ends like an id \\^abc-1'],
    ['~~gone~~ but https://x.org/~me', '\\~\\~gone\\~\\~ but https://x.org/~me'],
  ])('inside a line: %s', (text, escaped) => {
    expect(escapeInline(text)).toBe(escaped)
  })

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['+ nor this', '\\+ nor this'],
    ['1. 2025 was a year', '1\\. 2025 was a year'],
    ['1.5 metres', '1.5 metres'],
    ['> not a quotation', '\\> not a quotation'],
    ['---', '\\---'],
    ['- 4 degrees', '\\- 4 degrees'],
    ['-4 degrees', '-4 degrees'],
  ])('at the beginning of a line: %s', (text, escaped) => {
    expect(escapeLine(text)).toBe(escaped)
  })

  it('keeps the paragraphs of a quotation apart', () => {
    expect(quotation('one\n# two')).toBe('> one\n>\n> \\# two')
  })
})
