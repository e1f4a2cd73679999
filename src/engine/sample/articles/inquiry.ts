import type { SampleArticle } from '../types.ts'

/** Published in a month whose day the researcher does not know. */
export const inquiry: SampleArticle = {
  fileName: 'marine-inquiry-interim-report.txt',
  tags: ['official report'],
  metadata: {
    type: 'report',
    publisher: 'Board of Marine Inquiry',
    'publisher-place': 'Halden',
    issued: { 'date-parts': [[2024, 12]] },
    'event-date': { 'date-parts': [[2024, 10, 12]] },
    URL: 'https://inquiry.velland.example/reports/2024-17-interim',
    language: 'en',
  },
  text: `Interim report 2024-17: collision of the ferry Aldra with the bulk carrier Kestrel Bay
Summary
The Aldra carried 187 passengers and 27 crew. Three passengers died; 41 persons were injured, nine of them seriously.
In the ten minutes before the collision her speed over the ground was between 16.9 and 17.4 knots. The limit in Harn Sound is 12 knots in any visibility.
The Kestrel Bay had let go her anchor at 4.50 a.m. From 6.12 a.m. the anchor was dragging, and the ship was moving north-east at about 0.8 knots, into the fairway, which her officer of the watch did not notice until 6.36 a.m.
Both of the ferry's radars were working and had recorded the Kestrel Bay as a target from 6.24 a.m. The alarm for approaching targets was switched off.
Radio
The ferry's call at 6.31 a.m. was made on the working channel of the port, which the freighter was not required to watch. The freighter's call at 6.38 a.m. was answered. Her log notes a further call at 6.33 a.m., of which the recordings show no trace.
What is not yet known
The voice recorder does not allow the Board to say who was on the bridge of the ferry between 6.34 and 6.39 a.m.
Fog reduced visibility to between 300 and 450 metres. It explains why the vessels did not see each other; it does not explain the speed at which they met.
`,
}
