import { describe, expect, it } from 'vitest'
import { storySimilarity } from '#engine/compare/alike.ts'
import { isFigure, isPair, readStoryKeys, StoryKeys } from '#engine/compare/story.ts'
import { Units } from '#engine/compare/units.ts'
import { another, considered, decided } from './texts-of-ours.ts'

function keysOf(...paragraphs: string[]): number[] {
  const story = new StoryKeys()
  for (const text of paragraphs) story.add(new Units().load(text), 'paragraph')
  const bytes = story.toBytes()
  return bytes === null ? [] : readStoryKeys(bytes)
}

const figures = (text: string) => keysOf(text, 'and Anna Grey met Bertil Lund').filter(isFigure)

describe('what a text is about', () => {
  it('are figures, however their thousands are written', () => {
    expect(figures('it cost 284,500 crowns')).toEqual(figures('it cost 284 500 crowns'))
    expect(figures('it cost 284.500 crowns')).toEqual(figures('it cost 284500 crowns'))
    expect(figures('it cost 284,500 crowns')).not.toEqual(figures('it cost 285,500 crowns'))
  })

  it('are figures with what they count, in any number', () => {
    expect(figures('4,500 troops left')).toEqual(figures('a 4,500-troop garrison left'))
    expect(figures('4,500 U.S. troops left')).toEqual(figures('4,500 Troops left'))
  })

  it('are no years, shares, times, decimals or numbers of things', () => {
    expect(figures('in 2025 at 12:30 some 12% of A400 rose by 0.75 to 7')).toEqual([])
  })

  it('are names of two words', () => {
    const names = keysOf('for South Korea and then North Korea, but also the Wall Street Journal')
    expect(names.filter(isPair)).toHaveLength(4)
  })

  it('are not words that open a sentence, nor labels', () => {
    expect(
      keysOf('The tide went out. Nobody saw it. METHODS and RESULTS are labels. So it was. Then.'),
    ).toEqual([])
  })
})

describe('the likeness of two stories', () => {
  const of = (text: string) => keysOf(...text.split('\n\n'))

  it('tells a retelling from another event at the same place', () => {
    expect(storySimilarity(of(decided), of(considered))).toBeGreaterThan(0.2)
    expect(storySimilarity(of(decided), of(another))).toBe(0)
    expect(storySimilarity(of(considered), of(another))).toBe(0)
  })

  it('is the same from both sides', () => {
    expect(storySimilarity(of(decided), of(considered))).toBe(storySimilarity(of(considered), of(decided)))
  })
})
