import type { SampleArticle } from '../types.ts'

export const column: SampleArticle = {
  fileName: 'anniversary-column.txt',
  tags: ['comment'],
  metadata: {
    type: 'article-magazine',
    author: [{ given: 'Peder', family: 'Aune' }],
    'container-title': 'Velland Review',
    issued: { 'date-parts': [[2025]] },
    'event-date': { 'date-parts': [[2024, 10, 12]] },
    language: 'en',
  },
  text: `A year after the Aldra, we still blame the weather
Everybody in Velland remembers the fog. It was fog that killed three people in Harn Sound, the minister said at the memorial, and no one in the room disagreed.
It is a comfortable answer. Fog has no owner, no timetable and no shareholders.
The Board's figures say something else: a ferry at more than 17 knots where 12 are allowed, and an anchored ship that was no longer anchored.
The Harbour Authority has since fitted its ferries with an alarm that cannot be switched off. It has not said who switched off the old one.
`,
}
