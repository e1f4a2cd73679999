import type { SampleLink, SampleNote } from './types.ts'

export const notes: Record<string, SampleNote> = {
  voices: {
    title: 'How many voices are there really?',
    tags: ['method'],
    markdown: `Nine documents, but far fewer witnesses.

- The *Northern Standard* and the *Halden Evening Post* printed the same agency story, word for word.
- The *Evening Mail* shortened it and turned two numbers round.
- That the freighter was anchored goes back to **one** company statement.

The slip in the *Mail*, and what it was copied from:`,
    quotes: ['mailAboard', 'standardAboard'],
  },
  speed: {
    title: 'What to ask about the speed',
    tags: ['speed', 'to do'],
    markdown: `## What stands

The Board measured it. The Authority speaks of a "usual service speed" and gives no figure: is the usual speed above the limit?

## To ask

1. Ask Sound Ferries for the timetable: does it hold at 12 knots?
2. Ask who may switch the alarm off.`,
    quotes: ['inquirySpeed', 'authoritySpeed', 'courierFaster'],
  },
}

/** Links other than evidence. */
export const links: SampleLink[] = [
  {
    from: 'annotation:standardAnchor',
    to: 'annotation:brannockAnchor',
    relation: 'derives from',
    rationale: 'The agency quotes the statement.',
    confidence: 'high',
  },
  {
    from: 'annotation:mailAboard',
    to: 'annotation:standardAboard',
    relation: 'contradicts',
    rationale: '241 and 214: the same sentence with two digits turned round.',
    confidence: 'high',
  },
  {
    from: 'annotation:columnFigures',
    to: 'annotation:inquirySpeed',
    relation: 'restates',
    rationale: '"More than 17 knots" for 16.9 to 17.4: rounded in one direction.',
  },
  {
    from: 'annotation:brannockRadio',
    to: 'annotation:authorityRadio',
    relation: 'contradicts',
    rationale: 'Both cannot be right; the recordings show a call on a channel the freighter did not watch.',
  },
  { from: 'annotation:courierUnconfirmed', to: 'annotation:courierSaloon', relation: 'qualifies' },
  {
    from: 'annotation:blogChildren',
    to: 'annotation:courierAboard',
    relation: 'contradicts',
    confidence: 'low',
  },
  {
    from: 'source:mail',
    to: 'source:standard',
    relation: 'derives from',
    rationale: 'The same sentences in the same order, shortened.',
  },
  {
    from: 'claim:speed',
    to: 'claim:fog',
    relation: 'qualifies',
    rationale: 'If she was too fast for any visibility, fog alone is not the cause.',
  },
  { from: 'note:speed', to: 'claim:speed', relation: 'mentions' },
  { from: 'note:voices', to: 'claim:aboard', relation: 'mentions' },
]
