import { describe, expect, it } from 'vitest'
import {
  allRows,
  countStates,
  currentRow,
  firstRows,
  firstStates,
  groupRows,
} from '#renderer/features/triage/list.ts'
import { wordDiff } from '#renderer/objects/wordDiff.ts'
import type { AnchorState, Annotation, DriftedAnnotation } from '#shared/model.ts'

function annotation(id: string, sourceId: string, start: number, state: AnchorState): Annotation {
  return {
    id,
    sourceId,
    start,
    end: start + 5,
    quote: 'words',
    prefix: '',
    suffix: '',
    state,
    author: null,
    colour: 'yellow',
    comment: null,
    commentText: '',
    tags: [],
    links: 0,
    createdAt: '',
    updatedAt: '',
  }
}
function drifted(id: string, sourceId: string, start: number, state: AnchorState): DriftedAnnotation {
  const title = sourceId === 's1' ? 'Source 10' : 'Source 9'
  return {
    annotation: annotation(id, sourceId, start, state),
    sourceTitle: title,
    oldQuote: 'word',
    places: [],
  }
}

const waiting = [
  drifted('a', 's1', 50, 'changed'),
  drifted('b', 's1', 10, 'lost'),
  drifted('c', 's2', 0, 'moved'),
  drifted('d', 's2', 30, 'changed'),
]
const others = [annotation('e', 's1', 0, 'exact'), annotation('f', 's3', 0, 'exact')]
const ids = (groups: ReturnType<typeof groupRows>) =>
  groups.map(({ title, rows }) => [title, rows.map((row) => row.annotation.id)])

describe('the list of changed annotations', () => {
  const rows = allRows(waiting, others)

  it('has the exact ones of the sources that have something to judge, and counts every state', () => {
    expect(countStates(rows)).toEqual({ exact: 1, moved: 1, changed: 2, lost: 1 })
  })

  it('is grouped by source in the order of titles, each in the order of its text', () => {
    expect(ids(groupRows(rows, ['lost', 'changed']))).toEqual([
      ['Source 9', ['d']],
      ['Source 10', ['b', 'a']],
    ])
    expect(ids(groupRows(rows, ['exact']))).toEqual([['Source 10', ['e']]])
    expect(groupRows(rows, [])).toEqual([])
  })

  it('begins with what has to be looked at', () => {
    expect(firstStates({ exact: 9, moved: 5, changed: 0, lost: 1 })).toEqual(['lost', 'changed'])
    expect(firstStates({ exact: 9, moved: 5, changed: 0, lost: 0 })).toEqual(['moved'])
  })

  it('draws no more rows than it is asked for', () => {
    expect(ids(firstRows(groupRows(rows, ['lost', 'changed']), 2))).toEqual([
      ['Source 9', ['d']],
      ['Source 10', ['b']],
    ])
  })

  it('goes on where a row was judged and went away', () => {
    const shown = groupRows(rows, ['lost', 'changed']).flatMap((group) => group.rows)
    expect(currentRow(shown, 'b', 0)?.annotation.id).toBe('b')
    const left = shown.filter((row) => row.annotation.id !== 'b')
    expect(currentRow(left, 'b', 1)?.annotation.id).toBe('a')
    expect(currentRow(left.slice(0, 1), 'a', 1)?.annotation.id).toBe('d')
    expect(currentRow([], 'a', 1)).toBeUndefined()
  })
})

describe('the difference of two wordings', () => {
  it.each([
    ['costs 4,500 crowns', 'costs 4,800 crowns', ['4,500'], ['4,800']],
    ['港口将关闭三年', '港口将关闭四年', ['三'], ['四']],
    ['הנמל ייסגר לשלוש שנים', 'הנמל ייסגר לארבע שנים', ['לשלוש'], ['לארבע']],
    ['a 👩‍🔬 said', 'a 👩‍🚀 said', ['👩‍🔬'], ['👩‍🚀']],
    ['ท่าเรือปิด', 'ท่าเรือเปิด', [], ['เ']],
  ])('of %j and %j is what differs alone', (before, after, gone, added) => {
    const pieces = wordDiff(before, after)
    const of = (how: string) => pieces.filter((piece) => piece.how === how).map(({ text }) => text)
    expect([of('gone'), of('new')]).toEqual([gone, added])
    expect(
      pieces
        .filter(({ how }) => how !== 'new')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before)
    expect(
      pieces
        .filter(({ how }) => how !== 'gone')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after)
  })

  it('of texts that have nothing in common is all of both, however long they are', () => {
    const many = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ')
    expect(wordDiff(many('a'), many('b')).map(({ how }) => how)).toEqual(['gone', 'new'])
  })
})
