import type { SampleAnnotation } from './types.ts'

/** The passages the sample's researcher marked, by the name the claims and notes use for them. */
export const annotations: Record<string, SampleAnnotation> = {
  courierAboard: {
    article: 'courier',
    quote: '187 passengers and 27 crew, 214 people in all',
    colour: 'yellow',
    tags: ['numbers'],
    comment: 'The sum is right: **187 + 27 = 214**.',
  },
  courierFaster: {
    article: 'courier',
    quote: 'it felt to me that we were going faster than we usually do, not slower',
    colour: 'orange',
    tags: ['speed', 'eyewitness'],
    comment: 'An impression, not a measurement. But he crosses every week.',
  },
  courierSaloon: {
    article: 'courier',
    quote: 'she had seen the master in the saloon with a cup of coffee a few minutes before the crash',
    colour: 'purple',
    tags: ['eyewitness', 'anonymous'],
  },
  courierUnconfirmed: {
    article: 'courier',
    quote: 'The Courier could not confirm this.',
    colour: 'grey',
  },
  standardAboard: {
    article: 'standard',
    quote: 'a passenger ferry with 214 people aboard',
    colour: 'yellow',
    tags: ['numbers'],
  },
  standardAnchor: {
    article: 'standard',
    quote: 'was lying at anchor when it was struck, its owner Brannock Lines said in a statement',
    colour: 'blue',
    tags: ['anchor'],
    comment: 'The agency has this from the owner alone.',
  },
  haldenAboard: {
    article: 'halden',
    quote: 'a passenger ferry with 214 people aboard',
    colour: 'yellow',
    tags: ['numbers'],
  },
  mailAboard: {
    article: 'mail',
    quote: 'with 241 people aboard',
    colour: 'red',
    tags: ['numbers', 'error'],
    comment: 'Otherwise word for word the agency story: **214** turned into **241**.',
  },
  mailYear: {
    article: 'mail',
    quote: 'the worst accident on the crossing since 1978',
    colour: 'red',
    tags: ['numbers', 'error'],
    comment: 'The agency says 1987. The same slip twice in one short piece.',
  },
  authoritySpeed: {
    article: 'authority',
    quote: 'at her usual service speed and in accordance with the rules that apply in the sound',
    colour: 'orange',
    tags: ['speed'],
    comment: 'No figure is given.',
  },
  authorityMaster: {
    article: 'authority',
    quote: 'was on the bridge throughout the passage',
    colour: 'purple',
  },
  authorityRadar: {
    article: 'authority',
    quote: "The ferry's two radars were inspected on 30 September and found in order.",
    colour: 'green',
    tags: ['radar'],
  },
  authorityRadio: {
    article: 'authority',
    quote: 'called the Kestrel Bay by radio at 6.31 a.m. and received no answer',
    colour: 'magenta',
    tags: ['radio'],
  },
  brannockAnchor: {
    article: 'brannock',
    quote: 'Our ship Kestrel Bay was lying at anchor in Harn Sound on Saturday morning',
    colour: 'blue',
    tags: ['anchor'],
  },
  brannockRadio: {
    article: 'brannock',
    quote: "Our officers answered the ferry's call at once.",
    colour: 'magenta',
    tags: ['radio'],
  },
  blogRadar: {
    article: 'blog',
    quote: "the ferry's radar had been dead for a week and that nobody wanted to pay for the part",
    colour: 'green',
    tags: ['radar', 'hearsay'],
    comment: 'Third hand: *yard → fitter → brother-in-law → blog*.',
  },
  blogChildren: {
    article: 'blog',
    quote: 'they never count the children properly',
    colour: 'grey',
    tags: ['numbers', 'hearsay'],
  },
  inquiryAboard: {
    article: 'inquiry',
    quote: 'The Aldra carried 187 passengers and 27 crew.',
    colour: 'yellow',
    tags: ['numbers'],
  },
  inquirySpeed: {
    article: 'inquiry',
    quote:
      'her speed over the ground was between 16.9 and 17.4 knots. The limit in Harn Sound is 12 knots in any visibility.',
    colour: 'orange',
    tags: ['speed', 'numbers'],
  },
  inquiryDragging: {
    article: 'inquiry',
    quote: 'the anchor was dragging, and the ship was moving north-east at about 0.8 knots, into the fairway',
    colour: 'blue',
    tags: ['anchor'],
  },
  inquiryRadar: {
    article: 'inquiry',
    quote: "Both of the ferry's radars were working",
    colour: 'green',
    tags: ['radar'],
    comment: 'Working, but with the alarm switched off: see the next sentence.',
  },
  inquiryBridge: {
    article: 'inquiry',
    quote: 'does not allow the Board to say who was on the bridge of the ferry between 6.34 and 6.39 a.m.',
    colour: 'purple',
  },
  inquiryFog: {
    article: 'inquiry',
    quote:
      'It explains why the vessels did not see each other; it does not explain the speed at which they met.',
    colour: 'grey',
    tags: ['fog'],
  },
  columnMinister: {
    article: 'column',
    quote: 'It was fog that killed three people in Harn Sound, the minister said at the memorial',
    colour: 'grey',
    tags: ['fog'],
  },
  columnFigures: {
    article: 'column',
    quote: 'a ferry at more than 17 knots where 12 are allowed',
    colour: 'orange',
    tags: ['speed', 'numbers'],
    comment: "Repeats the Board's figures: not a voice of its own.",
  },
}
