import { publisherOf } from '#renderer/objects/dates.ts'
import type { Grouping, MatrixShown } from '#renderer/state/matrixShown.ts'
import { byOrigin } from '#shared/matrix.ts'
import type { SourceSummary } from '#shared/model.ts'
import { chainByAgreement, majorityOf, type Stances, stancesOf, type Weights } from './stances.ts'

/** Sources that belong together: as one column, or side by side under a bracket. */
export interface ColumnGroup {
  key: string
  /** A publisher or a tag; of an origin the title of its first source. */
  label: string
  /** Whether the label says more than its sources do. */
  isNamed: boolean
  sources: readonly SourceSummary[]
  origins: number
  /** Whether its sources stand side by side. */
  opened: boolean
  /** Whether it can be shown both ways. */
  canToggle: boolean
  /** Its first column, and how many it has. */
  start: number
  span: number
}

export interface MatrixColumn {
  /** Its name in its grouping. */
  key: string
  label: string
  /** One, or all of the group that the column stands for. */
  sources: readonly SourceSummary[]
  group: ColumnGroup
  /** Whether it stands for its whole group. */
  isGroup: boolean
}

/** Whether a column merges what several sources say, so that its cells tell how many do. */
export function isSeveral({ sources }: Pick<MatrixColumn, 'sources'>): boolean {
  return sources.length > 1
}

/** Whether a bracket holds the group's columns together. */
export function hasBracket({ opened, canToggle, sources }: ColumnGroup): boolean {
  return opened && (canToggle || sources.length > 1)
}

/** What groups without a name are called. */
export interface GroupWords {
  noPublisher: string
  untagged: string
}

/** Groups the sources and sorts the groups, and the sources in each. */
export function columnsOf(
  sources: readonly SourceSummary[],
  shown: Pick<MatrixShown, 'grouping' | 'columns' | 'opened'>,
  weights: Weights,
  words: GroupWords,
): MatrixColumn[] {
  const { grouping, columns: order, opened } = shown
  const sort = sorter(order, byOrigin(sources), weights)
  const groups = grouped(sort.sources(sources), grouping, words)
  const ordered = groups.map((group) => ({ ...group, sources: sort.inside(group.sources) }))
  const columns: MatrixColumn[] = []
  for (const { key, label, sources: together } of sort.groups(ordered, grouping)) {
    const canToggle = grouping !== 'source' && (grouping !== 'origin' || together.length > 1)
    const isOpened = !canToggle || opened.includes(key)
    const origins = new Set(together.map(({ originId }) => originId)).size
    const group: ColumnGroup = {
      key,
      label,
      isNamed: grouping === 'publisher' || grouping === 'tag',
      sources: together,
      origins,
      opened: isOpened,
      canToggle,
      start: columns.length,
      span: isOpened ? together.length : 1,
    }
    if (!isOpened) columns.push({ key, label, sources: together, group, isGroup: true })
    else columns.push(...together.map((source) => sourceColumn(source, group)))
  }
  return columns
}

function sourceColumn(source: SourceSummary, group: ColumnGroup): MatrixColumn {
  return { key: `${group.key}/${source.id}`, label: source.title, sources: [source], group, isGroup: false }
}

interface Gathered {
  key: string
  label: string
  /** Stands behind all others: it gathers what belongs nowhere. */
  last: boolean
  sources: readonly SourceSummary[]
}

function grouped(sources: readonly SourceSummary[], grouping: Grouping, words: GroupWords): Gathered[] {
  if (grouping === 'source' || grouping === 'origin') {
    return byOrigin(sources).map((together) => ({
      key: `origin:${together[0]?.originId}`,
      label: together[0]?.title ?? '',
      last: false,
      sources: together,
    }))
  }
  const nameless = grouping === 'tag' ? words.untagged : words.noPublisher
  const groups = new Map<string, SourceSummary[]>()
  for (const source of sources) {
    for (const name of namesOf(source, grouping)) {
      const group = groups.get(name)
      if (group) group.push(source)
      else groups.set(name, [source])
    }
  }
  return [...groups].map(([name, together]) => ({
    key: `${grouping}:${name}`,
    label: name === '' ? nameless : name,
    last: name === '',
    sources: together,
  }))
}

/** The groups that a source stands in; one with two tags stands in both. */
function namesOf({ metadata, tags }: SourceSummary, grouping: 'publisher' | 'tag'): readonly string[] {
  if (grouping === 'publisher') return [publisherOf(metadata).trim()]
  return tags.length === 0 ? [''] : tags
}

interface Sorter {
  /** Before they are grouped: groups by origin stand where their first source does. */
  sources(sources: readonly SourceSummary[]): readonly SourceSummary[]
  inside(sources: readonly SourceSummary[]): readonly SourceSummary[]
  groups(groups: readonly Gathered[], grouping: Grouping): readonly Gathered[]
}

function sorter(
  order: MatrixShown['columns'],
  origins: readonly (readonly SourceSummary[])[],
  weights: Weights,
): Sorter {
  const asTheyAre = { sources: same, inside: same, groups: byName }
  if (order === 'title') return { ...asTheyAre, sources: byTitle }
  if (order === 'published') return { ...asTheyAre, sources: byDate, groups: lastBehind }
  if (order === 'imported') return asTheyAre
  const said = (sources: readonly SourceSummary[]): Stances => stancesOf(sources, weights)
  if (order === 'agreement') {
    const majority = majorityOf(origins.map(said))
    return {
      sources: same,
      inside: (sources) => chainByAgreement(sources, (source) => said([source]), majority),
      groups: (groups) => lastBehind(chainByAgreement(groups, (group) => said(group.sources), majority)),
    }
  }
  const claimId = order.slice('claim:'.length)
  const stance = (sources: readonly SourceSummary[]): number =>
    said(sources).get(claimId) ?? Number.NEGATIVE_INFINITY
  return {
    sources: same,
    inside: (sources) => descending(sources, (source) => stance([source])),
    groups: (groups) => lastBehind(descending(groups, (group) => stance(group.sources))),
  }
}

function same<Item>(items: readonly Item[]): readonly Item[] {
  return items
}

/** Names as people look them up; origins stand where their first source does. */
function byName(groups: readonly Gathered[], grouping: Grouping): readonly Gathered[] {
  if (grouping === 'source' || grouping === 'origin') return groups
  return lastBehind([...groups].sort((a, b) => collator.compare(a.label, b.label)))
}

const collator = new Intl.Collator(undefined, { numeric: true })

function lastBehind(groups: readonly Gathered[]): readonly Gathered[] {
  return [...groups.filter(({ last }) => !last), ...groups.filter(({ last }) => last)]
}

function byTitle(sources: readonly SourceSummary[]): SourceSummary[] {
  return [...sources].sort((a, b) => collator.compare(a.title, b.title))
}

/** The earliest first; what is not known of a date counts as its beginning, and sources without one come last. */
function byDate(sources: readonly SourceSummary[]): SourceSummary[] {
  const dayOf = ({ metadata }: SourceSummary): number => {
    const [year, month = 1, day = 1] = metadata.issued?.['date-parts'][0] ?? []
    return year === undefined ? Number.POSITIVE_INFINITY : year * 10_000 + month * 100 + day
  }
  return ascending(sources, dayOf)
}

function ascending<Item>(items: readonly Item[], rank: (item: Item) => number): Item[] {
  const ranked = items.map((item) => ({ item, by: rank(item) }))
  // Not by their difference: infinities have none.
  return ranked.sort((a, b) => (a.by === b.by ? 0 : a.by < b.by ? -1 : 1)).map(({ item }) => item)
}

function descending<Item>(items: readonly Item[], rank: (item: Item) => number): Item[] {
  return ascending(items, (item) => -rank(item))
}
