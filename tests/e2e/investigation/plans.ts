import { join, resolve } from 'node:path'
import { type Article, articles, readArticle } from '../../helpers/articles.ts'

/** What somebody does with one passage: states a claim on it, links it to one, or to another passage. */
export type Move =
  | { do: 'state'; source: string; passage: string; statement: string }
  | { do: 'link'; source: string; passage: string; to: string; relation: string; onto: 'claim' | 'matrix' }
  | { do: 'oppose'; source: string; passage: string; other: { source: string; passage: string } }
  /** Links the passage wrongly, sees it, and takes it back. */
  | { do: 'err'; source: string; passage: string; to: string; relation: string }

/** A whole investigation. Passages are short words that stand in their source once; statements are the researcher's. */
export interface Plan {
  /** The matrix it ends in, in `tests/fixtures/investigation`. */
  matrix: string
  articles: Article[]
  /** What the researcher calls each source, by words of its text that no other has. */
  titles: Record<string, string>
  /** One article comes twice, the second time under another headline. */
  reprint: { of: string; title: string; headline: string }
  moves: Move[]
  /** The status of each claim: as the evidence suggests it, where more than one voice speaks, then as the researcher sees it. */
  statuses: { claim: string; suggested?: string; own?: string }[]
  /** Of how many sources and origins the support of a claim is. */
  voices: { claim: string; words: string }
}

const seeds: Omit<Plan, 'articles'> = {
  matrix: 'seeds.csv',
  titles: {
    '84,000 US soldiers': 'Ten thousand from Eastern Europe',
    'plans to withdraw approximately 4,500 troops': 'The announcement',
    'not yet approved by President': 'Under discussion',
    'the mission would still need US support': 'Peacekeepers in a bind',
  },
  reprint: {
    of: 'Under discussion',
    title: 'The same, reprinted',
    headline: 'Allies on edge over talk of troop cuts',
  },
  moves: [
    {
      do: 'state',
      source: 'The announcement',
      passage: 'plans to withdraw approximately 4,500 troops',
      statement: 'About 4,500 US troops would leave South Korea',
    },
    {
      do: 'state',
      source: 'The announcement',
      passage: 'the decision to reduce troop numbers',
      statement: 'That they leave South Korea is decided',
    },
    {
      do: 'link',
      source: 'Under discussion',
      passage: 'withdrawing approximately 4,500 U.S. troops',
      to: 'About 4,500 US troops',
      relation: 'supports',
      onto: 'claim',
    },
    {
      do: 'link',
      source: 'Under discussion',
      passage: 'not yet approved by President',
      to: 'That they leave South Korea',
      relation: 'contradicts',
      onto: 'matrix',
    },
    {
      do: 'link',
      source: 'Under discussion',
      passage: 'no formal discussions on troop reductions',
      to: 'That they leave South Korea',
      relation: 'contradicts',
      onto: 'claim',
    },
    {
      do: 'oppose',
      source: 'The announcement',
      passage: 'The troop withdrawal is not merely',
      other: { source: 'Under discussion', passage: 'not yet approved by President' },
    },
    {
      do: 'state',
      source: 'Ten thousand from Eastern Europe',
      passage: '84,000 US soldiers',
      statement: 'About 84,000 US soldiers are in Europe',
    },
    {
      do: 'err',
      source: 'Ten thousand from Eastern Europe',
      passage: 'withdrawing about 10,000 soldiers',
      to: 'About 4,500 US troops',
      relation: 'contradicts',
    },
    {
      do: 'link',
      source: 'Ten thousand from Eastern Europe',
      passage: 'withdrawing about 10,000 soldiers',
      to: 'About 84,000 US soldiers',
      relation: 'qualifies',
      onto: 'matrix',
    },
    {
      do: 'link',
      source: 'The same, reprinted',
      passage: 'withdrawing approximately 4,500 U.S. troops',
      to: 'About 4,500 US troops',
      relation: 'supports',
      onto: 'matrix',
    },
    {
      do: 'state',
      source: 'Peacekeepers in a bind',
      passage: 'the mission would still need US support',
      statement: 'A European force in Ukraine would need US backing',
    },
    {
      do: 'link',
      source: 'Peacekeepers in a bind',
      passage: 'only a US guarantee would protect',
      to: 'A European force',
      relation: 'supports',
      onto: 'claim',
    },
    {
      do: 'link',
      source: 'Peacekeepers in a bind',
      passage: 'US boots on the ground might not be necessary',
      to: 'A European force',
      relation: 'qualifies',
      onto: 'matrix',
    },
  ],
  statuses: [
    { claim: 'About 4,500 US troops', suggested: 'Supported' },
    { claim: 'That they leave South Korea', suggested: 'Contested', own: 'Refuted' },
    { claim: 'About 84,000 US soldiers', own: 'Supported' },
    { claim: 'A European force', own: 'Unverifiable' },
  ],
  voices: { claim: 'About 4,500 US troops', words: '3 sources, 2 origins' },
}

const ferry: Omit<Plan, 'articles'> = {
  matrix: 'ferry.csv',
  titles: {
    'injured 41 people': 'What the union says',
    'injuring at least 14 people': 'What the authority says',
    'The accident injured 14 people': 'A letter from the island',
    'What a voyage recorder can': 'What the recorder can tell',
  },
  reprint: {
    of: 'What the authority says',
    title: 'The same, reprinted',
    headline: 'Pier struck by passenger ferry',
  },
  moves: [
    {
      do: 'state',
      source: 'What the authority says',
      passage: 'injuring at least 14 people',
      statement: 'Fourteen people were hurt',
    },
    {
      do: 'state',
      source: 'What the authority says',
      passage: 'a technical fault in the propulsion system',
      statement: 'The propulsion failed',
    },
    {
      do: 'link',
      source: 'A letter from the island',
      passage: 'The accident injured 14 people',
      to: 'Fourteen people',
      relation: 'supports',
      onto: 'claim',
    },
    {
      do: 'link',
      source: 'What the union says',
      passage: 'injured 41 people',
      to: 'Fourteen people',
      relation: 'contradicts',
      onto: 'matrix',
    },
    {
      do: 'link',
      source: 'What the union says',
      passage: 'would not explain why the ship turned',
      to: 'The propulsion failed',
      relation: 'contradicts',
      onto: 'claim',
    },
    {
      do: 'oppose',
      source: 'What the recorder can tell',
      passage: 'Without propulsion a ship slows down',
      other: { source: 'What the union says', passage: 'would not explain why the ship turned' },
    },
    {
      do: 'state',
      source: 'What the recorder can tell',
      passage: 'worn steering gear is the more likely cause',
      statement: 'The steering was worn',
    },
    {
      do: 'err',
      source: 'What the recorder can tell',
      passage: 'the first statement of the operator was wrong',
      to: 'Fourteen people',
      relation: 'contradicts',
    },
    {
      do: 'link',
      source: 'What the recorder can tell',
      passage: 'the first statement of the operator was wrong',
      to: 'The propulsion failed',
      relation: 'qualifies',
      onto: 'matrix',
    },
    {
      do: 'link',
      source: 'The same, reprinted',
      passage: 'injuring at least 14 people',
      to: 'Fourteen people',
      relation: 'supports',
      onto: 'matrix',
    },
    {
      do: 'link',
      source: 'What the union says',
      passage: 'worn steering cables since January',
      to: 'The steering was worn',
      relation: 'supports',
      onto: 'claim',
    },
    {
      do: 'link',
      source: 'What the union says',
      passage: 'no complaint was ever received',
      to: 'The steering was worn',
      relation: 'qualifies',
      onto: 'matrix',
    },
  ],
  statuses: [
    { claim: 'Fourteen people', suggested: 'Contested' },
    { claim: 'The propulsion failed', suggested: 'Contested', own: 'Refuted' },
    { claim: 'The steering was worn', suggested: 'Supported' },
  ],
  voices: { claim: 'Fourteen people', words: '3 sources, 2 origins' },
}

/** The plan that the articles at hand allow: that of the real ones, where they are what the plan was made from. */
export function planAtHand(): Plan {
  const found = articles()
  const fits = Object.keys(seeds.titles).every((words) => found.some(({ text }) => text.includes(words)))
  if (fits) return { ...seeds, articles: found }
  const folder = resolve(import.meta.dirname, '../../fixtures/articles')
  const names = ['coast-wire.txt', 'harbour-courier.txt', 'island-letter.txt', 'technical-review.txt']
  return { ...ferry, articles: names.map((name) => readArticle(join(folder, name))) }
}
