import { breaksOff, holdsSentences, isBody, roughWords, usuallyEnds } from './sentences.ts'
import { endOf, type FlagBlock, type FlagDocument, type FoundFlag } from './types.ts'

const fewestWords = 15
/** Words that never end a sentence of prose. */
const leadsOn =
  /(?:,|(?:^|[ (“"])(?:the|a|an|of|to|and|or|but|in|on|at|by|for|with|from|that|which|who|whose|its|their|his|her|is|are|was|were|has|have|had|will|would|could|as|than|into|between|der|die|das|und|oder|des|dem|den|ein|eine|mit|von|für|zu|le|la|les|de|du|et|ou|un|une|que|qui|el|los|las|y|o|para|con|che|il|e|и|в|на|с|по|что|к|из|для|от))$/iu

/**
 * A text whose last sentence has no end, where every other has. `tailStart` is where its unrelated tail begins, so that
 * a teaser that breaks off is not taken for the article's end.
 */
export function findTruncatedEnd({ blocks }: FlagDocument, tailStart: number | null): FoundFlag[] {
  const own = tailStart === null ? blocks : blocks.filter((block) => block.start < tailStart)
  const last = own.at(-1)
  if (last === undefined || !isCut(last, own)) return []
  const start = last.start + lastSentence(last.text)
  return [
    {
      kind: 'truncated-end',
      start,
      end: endOf(last),
      message: 'The text breaks off in the middle of its last sentence.',
    },
  ]
}

function isCut(last: FlagBlock, blocks: readonly FlagBlock[]): boolean {
  const { text } = last
  if (last.kind !== 'paragraph' && last.kind !== 'quotation' && last.kind !== 'list-item') return false
  const end = text.slice(-80)
  if (end.endsWith(']') && /\p{Ll}[^.!?]{0,40} ?\[(?:…|\.\.\.|\+\d+ chars)\]$/u.test(end))
    return roughWords(text) >= fewestWords
  if (!breaksOff(text) || roughWords(text) < fewestWords || /\p{Lu}/u.test(lastWord(text))) return false
  // An address is an end, too.
  if (/(?:[@/]|www\.)\S*$|\S\.\p{Ll}{2}$/u.test(end)) return false
  const before = blocks.slice(0, -1)
  const isProse = before.filter(isBody).length >= 3 ? usuallyEnds(before) : holdsThreeSentences(text)
  if (!isProse || last.kind === 'list-item') return isProse && leadsOn.test(end)
  return leadsOn.test(end) || holdsSentences(text)
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1)
}

function holdsThreeSentences(text: string): boolean {
  return (text.match(/\p{Ll}{2}["”’»)]*[.!?]["”’»)]* ["“‘«(]*\p{Lu}/gu)?.length ?? 0) >= 3
}

/** Where the last sentence of a block begins. */
function lastSentence(text: string): number {
  let start = 0
  for (const { 0: mark, index } of text.matchAll(/\p{Ll}{2}["”’»)]*[.!?]["”’»)]* (?=["“‘«(]*\p{Lu})/gu)) {
    start = index + mark.length
  }
  return start
}
