import type { SampleArticle } from '../types.ts'

/** A shortened copy of the agency's story in which a number was turned round. */
export const mail: SampleArticle = {
  fileName: 'evening-mail.txt',
  tags: ['first reports'],
  metadata: {
    type: 'article-newspaper',
    'container-title': 'Evening Mail',
    issued: { 'date-parts': [[2024, 10, 14]] },
    'event-date': { 'date-parts': [[2024, 10, 12]] },
    language: 'en',
  },
  text: `Three killed in Harn Sound ferry crash
Three people were killed and 41 injured when a passenger ferry with 241 people aboard collided with a freighter in fog off Port Maren on Saturday, officials said.
The freighter, the Kestrel Bay, was lying at anchor when it was struck, its owner said.
Visibility in the sound was below 500 metres and fog warnings had been out since midnight.
It is the worst accident on the crossing since 1978.
`,
}
