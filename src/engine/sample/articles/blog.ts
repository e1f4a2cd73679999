import type { SampleArticle } from '../types.ts'

/** Hearsay of hearsay: what somebody's brother-in-law heard from a fitter. */
export const blog: SampleArticle = {
  fileName: 'soundwatch-blog.txt',
  tags: ['hearsay'],
  metadata: {
    type: 'post-weblog',
    author: [{ literal: 'Gull' }],
    'container-title': 'Soundwatch',
    issued: { 'date-parts': [[2024, 10, 15]] },
    URL: 'https://soundwatch.example/what-they-are-not-telling-you',
    language: 'en',
  },
  text: `What they are not telling you about the Aldra
My brother-in-law drinks with a man who fits electronics at the yard, and he says everybody there knows that the ferry's radar had been dead for a week and that nobody wanted to pay for the part.
I have not seen a paper about it. But ask yourself why the Authority was so quick to say that the radars were fine.
They also say the master had been awake since the afternoon before. That would be sixteen hours.
And the newspapers print that there were 214 people on board. A deckhand told me that they never count the children properly.
`,
}
