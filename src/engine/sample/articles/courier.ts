import type { SampleArticle } from '../types.ts'

export const courier: SampleArticle = {
  fileName: 'port-maren-courier.txt',
  tags: ['first reports'],
  metadata: {
    type: 'article-newspaper',
    author: [{ given: 'Ilse', family: 'Varga' }],
    'container-title': 'Port Maren Courier',
    'publisher-place': 'Port Maren',
    issued: { 'date-parts': [[2024, 10, 13]] },
    'event-date': { 'date-parts': [[2024, 10, 12]] },
    URL: 'https://courier.portmaren.example/2024/10/13/aldra',
    language: 'en',
  },
  text: `Three dead as ferry and freighter collide in Harn Sound
Port Maren, October 13, 2024 — Three people died and 41 were hurt when the ferry Aldra ran into the freighter Kestrel Bay in thick fog on Saturday morning, the coastguard said.
The Aldra had left Port Maren for Halden at 6.05 a.m. with 187 passengers and 27 crew, 214 people in all. She struck the freighter's side at about 6.40 a.m., a mile and a half off Gannet Point.
"You could not see the rail from the window," said Tomas Ree, a teacher who crosses every week. "And yet it felt to me that we were going faster than we usually do, not slower."
Another passenger, who asked not to be named, said she had seen the master in the saloon with a cup of coffee a few minutes before the crash. The Courier could not confirm this.
What the rescuers found
Two lifeboats and a pilot cutter reached the ferry within 25 minutes. The injured were taken to the county hospital in Port Maren, where nine were still being treated on Sunday, four of them in intensive care.
The coastguard said that the Kestrel Bay, a bulk carrier of 11,200 tons owned by Brannock Lines, was holed above the waterline and in no danger of sinking.
The Board of Marine Inquiry has opened an investigation. It expects to publish first findings before the end of the year.
`,
}
