import { expect, test } from 'vitest'
import {
  type JudgedCollection,
  judgedCollections,
  measureRelevance,
  ndcg,
} from '../../../scripts/bench/search-relevance.ts'

/** Of our own writing: each question has answers in other words' company, and texts that only share a word with it. */
const texts: [id: string, title: string, text: string][] = [
  [
    'levy',
    'Council doubles the harbour levy',
    'Boats that moor in the old basin pay eighty crowns a night from May on. Skippers call the charge unfair.',
  ],
  [
    'strike',
    'Pilots strike over rest hours',
    'The harbour pilots stopped work at noon. Their union wants eleven hours of rest between two shifts.',
  ],
  [
    'ferry',
    'Night ferry to the islands returns',
    'After three winters without it the ferry sails again at ten each evening, and carries freight as well as travellers.',
  ],
  [
    'ice',
    'Ice closes the northern channel',
    'Breakers could not keep the channel open. Ships wait in the bay for a thaw that forecasters do not expect this week.',
  ],
  [
    'cod',
    'Cod quotas cut by a third',
    'Scientists found fewer young cod than in any year since counting began, and advised to fish a third less.',
  ],
  [
    'museum',
    'Fishing museum reopens',
    'The museum shows nets, lamps and a pilot boat. The council pays for the roof; visitors pay nothing.',
  ],
  [
    'wind',
    'Wind farm plans divide the coast',
    'Forty turbines would stand in sight of the beach. Fishermen fear for their grounds, the mayor counts on the rent.',
  ],
  [
    'school',
    'School buses run on rapeseed oil',
    'Twelve buses were rebuilt. The fuel comes from farms within an hour of the depot.',
  ],
]
const questions: [question: string, answers: string[]][] = [
  ['what do boats pay to moor in the harbour', ['levy']],
  ['why did the harbour pilots stop working', ['strike']],
  ['when does the night ferry sail to the islands', ['ferry']],
  ['which channel is closed by ice', ['ice']],
  ['how many cod may be fished', ['cod']],
  ['what do fishermen fear of the turbines', ['wind']],
]
const own: JudgedCollection = {
  name: 'our own',
  documents: texts.map(([id, title, text]) => ({ id, title, text })),
  queries: questions.map(([text, answers]) => ({ text, relevant: new Map(answers.map((id) => [id, 1])) })),
}

test('gain is counted as it is defined', () => {
  const relevant = new Map([
    ['a', 1],
    ['b', 1],
  ])
  expect(ndcg(['a', 'b'], relevant)).toBe(1)
  expect(ndcg(['x', 'a'], relevant)).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 10)
  expect(ndcg(['x'], relevant)).toBe(0)
})

test('questions find their answers no worse than bare bm25 does', { timeout: 240_000 }, async () => {
  const cranfield = judgedCollections().filter(({ name }) => name === 'Cranfield')
  for (const collection of [own, ...cranfield]) {
    const { ours, bare, porter, queries } = await measureRelevance(collection)
    console.log(
      `${collection.name}: nDCG@10 of ${queries} questions ${ours.toFixed(4)}, bare FTS5 ${bare.toFixed(4)}, with porter ${porter.toFixed(4)}`,
    )
    expect(ours, collection.name).toBeGreaterThanOrEqual(bare)
    expect(ours, collection.name).toBeGreaterThan(0.3)
  }
})
