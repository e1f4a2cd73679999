import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describePassage } from '#engine/anchor/describe.ts'
import { LikelyPlaces } from '#engine/anchor/likely.ts'
import { isCharacterBoundary } from '#engine/anchor/tokens.ts'
import { makeEditedText, passagesOf, randomFrom, scripts } from './edited-text.ts'

const old = [
  'About 4,500 workers had been sent home in March, when a crane fell across the quay.',
  'The repair cost 12 million crowns, of which the state pays a third.',
].join('\n')

function offered(next: string, quote: string, text = old): string[] {
  const start = text.indexOf(quote)
  const anchor = describePassage(text, start, start + quote.length)
  return new LikelyPlaces(next).of(anchor).map(({ start: from, end }) => next.slice(from, end))
}

test('a passage that was rewritten is offered what is most like it, in whole words', () => {
  const next = `It rained.\n${'Nothing else was said that day. '.repeat(40)}\nSome 4,500 of the workers were sent home in April, the union says.`
  expect(offered(next, 'About 4,500 workers had been sent home in March')[0]).toBe(
    '4,500 of the workers were sent home in April',
  )
})

test('the ends of the sentences beside it are no part of it', () => {
  const next = 'So said its director.\nSome workers were at home. In March it rained.'
  expect(offered(next, 'About 4,500 workers had been sent home in March')).toEqual([
    'Some workers were at home.',
  ])
})

test('nothing is offered where nothing is like it', () => {
  expect(offered('Completely different words about birds.', 'The repair cost 12 million crowns')).toEqual([])
  expect(offered('', 'The repair cost 12 million crowns')).toEqual([])
})

test('what was copied is offered in each of its places', () => {
  const sentence = 'The mayor has denied it twice this week.'
  const next = `${sentence} It rained. ${sentence}`
  expect(offered(next, sentence, `${sentence} Nothing else.`)).toEqual([sentence, sentence])
})

test('in edited texts of every script the places are whole, apart, and with the passage where it stands unchanged', () => {
  let standing = 0
  let found = 0
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...scripts), (seed, script) => {
      const { old: before, next } = makeEditedText({
        seed,
        script,
        sentences: 40,
        repeated: 0.2,
        edited: 0.1,
        sentenceEdits: 'cut',
      })
      const likely = new LikelyPlaces(next)
      for (const passage of passagesOf(before, randomFrom(seed), 8)) {
        const places = likely.of(passage)
        for (const [index, { start, end }] of places.entries()) {
          expect(start).toBeLessThan(end)
          expect(isCharacterBoundary(next, start) && isCharacterBoundary(next, end)).toBe(true)
          for (const other of places.slice(index + 1))
            expect(other.end <= start || other.start >= end).toBe(true)
        }
        if (passage.quote.length < 20 || !next.includes(passage.prefix + passage.quote + passage.suffix))
          continue
        standing++
        const [first] = places
        if (first && next.slice(first.start, first.end).includes(passage.quote.trim().slice(2, -2))) found++
      }
    }),
    { seed: 20_261, numRuns: 60 },
  )
  console.log(`${found} of ${standing} passages that stand whole were offered first`)
  expect(standing).toBeGreaterThan(50)
  expect(found / standing).toBeGreaterThan(0.95)
})
