import type { SampleArticle } from '../types.ts'

const story = `Ferry collision off Port Maren kills three
PORT MAREN, October 13, 2024 — Three people were killed and 41 injured when a passenger ferry with 214 people aboard collided with a freighter in fog off Port Maren on Saturday, officials said.
The freighter, the Kestrel Bay, was lying at anchor when it was struck, its owner Brannock Lines said in a statement.
Visibility in Harn Sound was below 500 metres, according to the national weather service, and fog warnings had been out since midnight.
The ferry's operator, Sound Ferries, declined to comment while the Board of Marine Inquiry investigates.
It is the worst accident on the Harn crossing since 1987. (Velland Press Agency)`

const shared = {
  type: 'article-newspaper',
  author: [{ literal: 'Velland Press Agency' }],
  'publisher-place': 'Port Maren',
  issued: { 'date-parts': [[2024, 10, 13]] },
  'event-date': { 'date-parts': [[2024, 10, 12]] },
  language: 'en',
}

/** The agency's story as two papers printed it, word for word: two files, one voice. */
export const standard: SampleArticle = {
  fileName: 'northern-standard.txt',
  title: 'Ferry collision off Port Maren kills three (Northern Standard)',
  tags: ['first reports', 'agency copy'],
  metadata: { ...shared, 'container-title': 'The Northern Standard' },
  text: `${story}\n`,
}

export const halden: SampleArticle = {
  fileName: 'halden-evening-post.txt',
  title: 'Ferry collision off Port Maren kills three (Halden Evening Post)',
  tags: ['first reports', 'agency copy'],
  metadata: { ...shared, 'container-title': 'Halden Evening Post' },
  text: `${story.replaceAll('\n', '\r\n')}\r\n`,
}
