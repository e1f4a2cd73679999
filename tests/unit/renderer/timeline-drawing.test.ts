import { describe, expect, it } from 'vitest'
import { drawTimeline, type TimelineDrawing } from '#renderer/features/timeline/drawing.ts'
import { layoutLane } from '#renderer/features/timeline/layout.ts'
import { marksOf } from '#renderer/features/timeline/marks.ts'
import { type TimelineWords, timelineRows, timelineToCsv } from '#renderer/features/timeline/table.ts'
import { dayNumber, parseDate } from '#shared/dates/index.ts'
import { colours, type Relation, type TimelineEntry } from '#shared/model.ts'

function entry(id: string, title: string, published: string, event = ''): TimelineEntry {
  const dates = { published: parseDate(published) ?? undefined, event: parseDate(event) ?? undefined }
  return { id, title, publisher: 'The "Daily"', originId: id, dates }
}
const supports: Relation = {
  id: 'r1',
  name: 'supports',
  inverse: 'supported by',
  sign: '+',
  colour: 'green',
  lineStyle: 'dashed',
  symmetric: false,
  stance: 1,
  builtin: true,
  uses: 1,
}
const entries = [
  entry('a', 'War & <peace>', '1941/1943', '1941-06-22'),
  entry('b', 'Memoir', '1946~'),
  entry('c', 'Undated', ''),
  entry('d', 'Soon', '"in press"'),
]
const bearing = new Map([['a', [supports]]])
const marks = marksOf(entries)

function drawing(change: Partial<TimelineDrawing> = {}): TimelineDrawing {
  const options = {
    daysPerPixel: 10,
    origin: dayNumber(1940),
    end: dayNumber(1950),
    kept: new Set<string>(),
    unfolded: new Set<string>(),
  }
  return {
    title: 'Timeline',
    subtitle: '1940 – 1950',
    width: 400,
    left: 0,
    ticks: [{ x: 37, label: '1941', isNewYear: true }],
    lanes: [{ name: 'Published', count: 2, ...layoutLane(marks.published, options) }],
    bearing,
    legend: ['A bar is a year.'],
    palette: {
      bg: '#fff',
      fg: '#111',
      muted: '#555',
      line: '#ddd',
      accent: '#00f',
      accentBg: '#eef',
      mark: Object.fromEntries(colours.map((colour) => [colour, `#${colour}`])) as Record<
        (typeof colours)[number],
        string
      >,
    },
    ...change,
  }
}

describe('the drawing', () => {
  it('is a document of its own with lanes, axis, spans, labels, signs and a legend', () => {
    const svg = drawTimeline(drawing())
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"/)
    for (const words of [
      'Published',
      '1941',
      'War &amp; &lt;peace&gt;',
      '>Memoir<',
      '>+<',
      'supports',
      'A bar is a year.',
    ]) {
      expect(svg).toContain(words)
    }
    // The bar in the relation's colour and line, and the soft ends of “about”.
    expect(svg).toMatch(/<rect [^>]*stroke="#green" stroke-dasharray="5 3"/)
    expect(svg).toContain('stroke-dasharray="3 3"')
  })

  it('leaves nothing open, and draws nothing that is out of sight', () => {
    const svg = drawTimeline(drawing({ left: 100_000 }))
    expect(svg).not.toContain('Memoir')
    for (const tag of ['g', 'text', 'title', 'clipPath', 'svg']) {
      const [open, closed] = [new RegExp(`<${tag}[ >]`, 'g'), new RegExp(`</${tag}>`, 'g')]
      expect(drawTimeline(drawing()).match(open)?.length).toBe(drawTimeline(drawing()).match(closed)?.length)
    }
  })
})

describe('the table', () => {
  const words: TimelineWords = {
    head: {
      lane: 'Lane',
      date: 'Date',
      earliest: 'Earliest',
      latest: 'Latest',
      title: 'Title',
      publisher: 'Publisher',
      relation: 'Bears on C1',
    },
    lane: (lane) => lane,
  }

  it('has a row for each date with the days it may mean, and for what has none', () => {
    const rows = timelineRows(entries, marks, [], bearing)
    expect(timelineToCsv(rows, words, true)).toBe(
      [
        'Lane,Date,Earliest,Latest,Title,Publisher,Bears on C1',
        'published,1941/1943,1941-01-01,1943-12-31,War & <peace>,"The ""Daily""",supports',
        'published,1946~,1941-01-01,1951-12-31,Memoir,"The ""Daily""",',
        'published,,,,Undated,"The ""Daily""",',
        'published,"""in press""",,,Soon,"The ""Daily""",',
        'event,1941-06-22,1941-06-22,1941-06-22,War & <peace>,"The ""Daily""",supports',
        '',
      ].join('\r\n'),
    )
  })

  it('leaves out lanes that are folded, and the relation where no claim is chosen', () => {
    const csv = timelineToCsv(timelineRows(entries, marks, ['published'], null), words, false)
    expect(csv).toBe(
      'Lane,Date,Earliest,Latest,Title,Publisher\r\nevent,1941-06-22,1941-06-22,1941-06-22,War & <peace>,"The ""Daily"""\r\n',
    )
  })
})
