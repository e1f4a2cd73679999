import type { SampleArticle } from '../types.ts'

export const authority: SampleArticle = {
  fileName: 'harbour-authority-statement.txt',
  tags: ['statement', 'interested party'],
  metadata: {
    type: 'post',
    publisher: 'Port Maren Harbour Authority',
    'publisher-place': 'Port Maren',
    issued: { 'date-parts': [[2024, 10, 14]] },
    'event-date': { 'date-parts': [[2024, 10, 12]] },
    URL: 'https://harbour.portmaren.example/statements/aldra',
    language: 'en',
  },
  text: `Statement of the Port Maren Harbour Authority on the loss of life aboard the Aldra
Port Maren, 14 October 2024 — The Authority, which owns Sound Ferries, mourns the three people who died on Saturday and thanks everyone who took part in the rescue.
The Aldra was following her usual route at her usual service speed and in accordance with the rules that apply in the sound.
Her master, who has 22 years of experience on this crossing, was on the bridge throughout the passage.
The bridge team called the Kestrel Bay by radio at 6.31 a.m. and received no answer. The vessel lay outside the marked anchorage, in the fairway, without having told our control room.
The ferry's two radars were inspected on 30 September and found in order.
The Authority will give the Board of Marine Inquiry every assistance.
`,
}
