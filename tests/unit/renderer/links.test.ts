import { describe, expect, it } from 'vitest'
import { groupByRule } from '#renderer/features/inbox/group.ts'
import { groupLinks } from '#renderer/features/links/groups.ts'
import { formatPartialDate, sourceByline } from '#renderer/objects/dates.ts'
import type { InboxItem, LinkView, Relation } from '#shared/model.ts'

const supports: Relation = {
  id: 'supports',
  name: 'supports',
  inverse: 'supported by',
  sign: '+',
  colour: 'green',
  lineStyle: 'solid',
  symmetric: false,
  stance: 1,
  builtin: true,
  uses: 0,
}
const restates: Relation = { ...supports, id: 'restates', name: 'restates', symmetric: true, stance: 0 }

function link(id: string, from: string, to: string, relation: Relation): LinkView {
  return {
    id,
    from: { kind: 'annotation', id: from },
    to: { kind: 'claim', id: to },
    relationId: relation.id,
    relation: relation.name,
    fromLabel: `label of ${from}`,
    toLabel: `label of ${to}`,
    rationale: '',
    rationaleContent: null,
    author: null,
    confidence: null,
    createdAt: '',
    updatedAt: '',
  }
}

describe('the links of an object', () => {
  it('are named by their other end, apart by direction', () => {
    const groups = groupLinks(
      [link('1', 'here', 'a', supports), link('2', 'b', 'here', supports)],
      { kind: 'annotation', id: 'here' },
      [supports],
    )
    expect(groups.map(({ incoming, links }) => [incoming, links[0]?.otherLabel])).toEqual([
      [false, 'label of a'],
      [true, 'label of b'],
    ])
  })

  it('have no direction where the relation has none', () => {
    const groups = groupLinks(
      [link('1', 'here', 'a', restates), link('2', 'b', 'here', restates)],
      { kind: 'annotation', id: 'here' },
      [supports, restates],
    )
    expect(groups).toHaveLength(1)
    expect(groups[0]?.links.map((seen) => seen.other.id)).toEqual(['a', 'b'])
  })
})

describe('the inbox', () => {
  it('keeps the order of the rules and leaves out those with nothing to say', () => {
    const item = (rule: InboxItem['rule']): InboxItem => ({
      rule,
      object: { kind: 'claim', id: rule },
      label: rule,
      sourceId: null,
      why: {},
      muted: null,
    })
    const groups = groupByRule([item('annotation-unlinked'), item('claim-one-origin')])
    expect(groups.map((group) => group.rule)).toEqual(['claim-one-origin', 'annotation-unlinked'])
  })
})

describe('dates in words', () => {
  it('name only what is known', () => {
    expect(formatPartialDate([2025], 'en-GB')).toBe('2025')
    expect(formatPartialDate([2025, 5], 'en-GB')).toBe('May 2025')
    expect(formatPartialDate([2025, 5, 23], 'en-GB')).toBe('23 May 2025')
    expect(formatPartialDate([2025, 5, 23], 'en-GB', 'short')).toBe('23 May')
    expect(formatPartialDate(undefined, 'en-GB')).toBe('')
  })

  it('stand behind the publisher, where there is one', () => {
    const issued = { 'date-parts': [[2025, 5]] }
    expect(sourceByline({ publisher: 'P', 'container-title': 'Gazette', issued }, 'en-GB')).toBe(
      'Gazette · May 2025',
    )
    expect(sourceByline({}, 'en-GB')).toBe('')
  })
})
