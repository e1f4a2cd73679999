import type { FlagBlock, FlagDocument, FoundFlag } from './types.ts'

/** `[5]`, `[1, 2]`, `[3-5]`, and several without a space between. Years and larger numbers are something else. */
const citation = /(?:\[\d{1,3}(?:(?:, ?|[-–])\d{1,3})*\] ?)*\[\d{1,3}(?:(?:, ?|[-–])\d{1,3})*\]/g
const listHeading =
  /^(?:\d+\.? )?(?:references?|bibliography|works cited|literature(?: cited)?|sources|notes?|footnotes|endnotes|citations|further reading|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|einzelnachweise|anmerkungen|références|bibliographie|notes et références|referencias|bibliografía|notas|fuentes|riferimenti|bibliografia|note|fonti|referências|литература|список литературы|примечания|источники|сноски|przypisy|bibliografia|źródła|literatuur|bronnen|参考文献|参考资料|注释|脚注|출처|참고문헌|المراجع|βιβλιογραφία|παραπομπές)\s*:?$/iu

const fewestGroups = 2
/** Enough to be sure of. */
const mostGroups = 10_000

/** Numbers in brackets that point to a list of references which the text does not have. One flag, at the first of them. */
export function findDanglingCitations({ blocks }: FlagDocument): FoundFlag[] {
  const groups: { start: number; end: number; text: string; block: number }[] = []
  const numbers = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'code' || !block.text.includes('[')) continue
    for (const { 0: text, index: at } of block.text.matchAll(citation)) {
      const group = { start: block.start + at, end: block.start + at + text.length, text, block: index }
      if (!isCitation(block, at, text) || isLink(block, group)) continue
      groups.push(group)
      if (groups.length === mostGroups) break
      for (const [number] of text.matchAll(/\d+/g)) numbers.add(number)
    }
  }
  const [first] = groups
  // A single number in brackets can be anything; `[5][13]` cannot.
  if (first === undefined || (groups.length < fewestGroups && !first.text.includes(']['))) return []
  if (numbers.size < 2 || hasList(blocks, first.block, numbers)) return []
  const { start, end, text } = first
  const many = groups.length === 1 ? 'The citation' : `${groups.length} citations such as`
  const verb = groups.length === 1 ? 'points' : 'point'
  return [
    {
      kind: 'dangling-citation',
      start,
      end,
      message: `${many} ${text} ${verb} to a list of references that is not part of this text.`,
    },
  ]
}

/** A number in brackets follows a word; `x[1]` is code, and what opens a block is an entry of a list. */
function isCitation({ text }: FlagBlock, at: number, group: string): boolean {
  if (at === 0 || /(?:^|\D)0+(?:\D|$)/.test(group)) return false
  const before = text.slice(Math.max(0, at - 2), at)
  const isAfterWord = /(?:[\p{L}\p{N}.,;:!?%)”"’»] ?)$/u.test(before)
  // An interval, as statistics has them: `61 [18-94]`.
  if (/\d ?$/.test(before) && !group.includes('][')) return false
  const isIndex = /(?:^|[^\p{L}])[\p{L}_]$|[_=($]$/u.test(before)
  return isAfterWord && !isIndex && !/^[\p{L}\p{N}(=]/u.test(text.slice(at + group.length))
}

/** The text itself says where it leads. */
function isLink({ links }: FlagBlock, { start, end }: { start: number; end: number }): boolean {
  return links?.some((link) => link.start < end && link.end > start) ?? false
}

/** Whether something that may be the list is there: its heading, footnotes, entries with their numbers, a list at the end. */
function hasList(blocks: FlagDocument['blocks'], from: number, numbers: ReadonlySet<string>): boolean {
  let numbered = 0
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'footnote' || (block.text.length < 60 && listHeading.test(block.text))) return true
    const entry = /^(?:\[(\d{1,3})\]|(\d{1,3})[.)\]]?(?= |\p{L}))/u.exec(block.text)
    if (entry !== null && index > from && numbers.has(entry[1] ?? entry[2] ?? '')) numbered++
  }
  if (numbered * 3 >= numbers.size && numbered >= 2) return true
  return itemsAtTheEnd(blocks) >= Math.max(2, numbers.size / 2) || hasInlineList(blocks)
}

function itemsAtTheEnd(blocks: FlagDocument['blocks']): number {
  let items = 0
  for (let at = blocks.length - 1; at >= 0 && blocks[at]?.kind === 'list-item'; at--) items++
  return items
}

/** A list of references that lies in one block, as a page's text copied from a PDF has it: `References [1] A. Author`. */
function hasInlineList(blocks: FlagDocument['blocks']): boolean {
  const last = blocks
    .slice(-5)
    .map((block) => block.text)
    .join(' ')
  return /\b(?:references|bibliography|sources|notes)\b:? ?\[?1\]?[. ]/i.test(last)
}
