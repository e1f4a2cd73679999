import type { SampleClaim } from './types.ts'

/** The sample's claims with their evidence, by the name the notes and links use for them. */
export const claims: Record<string, SampleClaim> = {
  aboard: {
    statement: '214 people were aboard the Aldra.',
    status: 'supported',
    tags: ['numbers'],
    reasoning:
      'Crew and passengers add up in two sources that counted for themselves. The two agency copies are **one voice**; the *Evening Mail* printed the agency story with two digits turned round.',
    evidence: [
      { annotation: 'courierAboard', relation: 'supports', confidence: 'high' },
      { annotation: 'standardAboard', relation: 'supports', confidence: 'medium' },
      { annotation: 'haldenAboard', relation: 'supports', rationale: 'The same agency text.' },
      { annotation: 'inquiryAboard', relation: 'supports', rationale: '187 + 27 = 214.', confidence: 'high' },
      {
        annotation: 'mailAboard',
        relation: 'contradicts',
        rationale: 'A slip of the keyboard, in a text that is otherwise a copy.',
        confidence: 'low',
      },
    ],
  },
  speed: {
    statement: 'The Aldra was going faster than the 12 knots that are allowed in Harn Sound.',
    status: 'contested',
    tags: ['speed'],
    evidence: [
      {
        annotation: 'inquirySpeed',
        relation: 'supports',
        rationale: 'Measured, and with the limit beside it.',
        confidence: 'high',
      },
      { annotation: 'courierFaster', relation: 'supports', rationale: 'An impression.', confidence: 'low' },
      {
        annotation: 'authoritySpeed',
        relation: 'contradicts',
        rationale: 'Says that the rules were kept. The Authority owns the ferry company.',
        confidence: 'low',
      },
    ],
  },
  anchored: {
    statement: 'The Kestrel Bay lay at anchor when she was struck.',
    status: 'refuted',
    tags: ['anchor'],
    reasoning:
      'Everyone who says so has it from the owner. The Board finds that the anchor had been dragging for half an hour.',
    evidence: [
      { annotation: 'brannockAnchor', relation: 'supports', rationale: "The owner's own account." },
      {
        annotation: 'standardAnchor',
        relation: 'supports',
        rationale: 'Attributed to the owner.',
        confidence: 'low',
      },
      { annotation: 'inquiryDragging', relation: 'contradicts', confidence: 'high' },
    ],
  },
  radar: {
    statement: "The ferry's radar had been out of order for a week.",
    status: 'refuted',
    tags: ['radar'],
    evidence: [
      {
        annotation: 'blogRadar',
        relation: 'supports',
        rationale: 'Hearsay at third hand.',
        confidence: 'low',
      },
      { annotation: 'authorityRadar', relation: 'contradicts', confidence: 'medium' },
      { annotation: 'inquiryRadar', relation: 'contradicts', confidence: 'high' },
    ],
  },
  fog: {
    statement: 'Fog was the cause of the collision.',
    status: 'open',
    tags: ['fog'],
    evidence: [
      {
        annotation: 'columnMinister',
        relation: 'supports',
        rationale: 'The minister, as the columnist reports him.',
      },
      {
        annotation: 'inquiryFog',
        relation: 'qualifies',
        rationale: 'A condition, not the whole explanation.',
      },
    ],
  },
  bridge: {
    statement: 'The master of the Aldra was on the bridge when she struck.',
    status: 'unverifiable',
    evidence: [
      { annotation: 'authorityMaster', relation: 'supports', rationale: 'The employer says so.' },
      {
        annotation: 'courierSaloon',
        relation: 'contradicts',
        rationale: 'One unnamed passenger.',
        confidence: 'low',
      },
      { annotation: 'inquiryBridge', relation: 'qualifies', rationale: 'The recorder cannot settle it.' },
    ],
  },
  awake: {
    statement: 'The master of the Aldra had been awake for sixteen hours.',
    status: 'open',
    evidence: [],
  },
}
