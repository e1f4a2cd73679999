import type { SampleArticle } from '../types.ts'

export const brannock: SampleArticle = {
  fileName: 'brannock-lines-statement.txt',
  tags: ['statement', 'interested party'],
  metadata: {
    type: 'post',
    publisher: 'Brannock Lines',
    'publisher-place': 'Halden',
    issued: { 'date-parts': [[2024, 10, 13]] },
    'event-date': { 'date-parts': [[2024, 10, 12]] },
    language: 'en',
  },
  text: `Brannock Lines: statement on the collision in Harn Sound
Halden, 13 October 2024 — Our ship Kestrel Bay was lying at anchor in Harn Sound on Saturday morning, waiting for a berth, when she was struck on her starboard side by the ferry Aldra.
She was sounding her bell as the rules require of a vessel at anchor in fog, and she was lit.
Our officers answered the ferry's call at once. The ship's log shows that they called twice themselves, at 6.33 and at 6.38 a.m., and were not answered.
None of our 19 crew was injured. The ship remains in Harn Sound at the disposal of the authorities.
`,
}
