import { endOf, type FlagBlock, type FlagDocument, type FoundFlag } from './types.ts'

/** A whole sentence in quotation marks. */
const quotation = /^["“](\p{Lu}[^"“”]{60,600}[.!?])["”]$/u
const fewestWords = 12
/** In an interview or a story nobody says after each line whose it is. */
const mostQuotations = 3

/** Words that say, near a quotation, whose it is. */
const says =
  /\b(?:sa(?:id|ys?|ying)|told|tells|according|wrote|writes|written|asked|asks|added|adds|stat(?:ed|es|ement)|claim(?:ed|s)|argu(?:ed|es)|warn(?:ed|s)|explain(?:ed|s)|announc(?:ed|es)|insist(?:ed|s)|recall(?:ed|s)|replied|responded|tweet(?:ed|s)|post(?:ed|s)?|read|reads|quot(?:ed|es|e|ing)|call(?:ed|s)|put it|note(?:d|s)|report(?:ed|s)?|declar(?:ed|es)|remark(?:ed|s)|comment(?:ed|s)?|conclud(?:ed|es)|describ(?:ed|es)|admit(?:ted|s)|acknowledg(?:ed|es)|suggest(?:ed|s)|testif(?:ied|ies)|letter|interview|speech|spoke|speaking|continu(?:ed|es)|went on|thinks?|thought|believes?|he|she|they|we|I|his|her|my)\b/i

/**
 * A quotation of a whole sentence that stands alone, with nobody near it who could have said it: neither a word of saying
 * nor a person in the paragraphs beside it. English only, and rather silent than wrong.
 */
export function findUnattributedQuotation({ blocks, language }: FlagDocument): FoundFlag[] {
  if (language?.startsWith('en') !== true) return []
  const quoted: number[] = []
  let quotes = 0
  for (const [index, block] of blocks.entries()) {
    const first = block.text.charCodeAt(0)
    if (first !== 0x22 && first !== 0x201c) continue
    quotes++
    if (block.kind === 'paragraph' && isLongQuotation(block.text)) quoted.push(index)
  }
  if (quotes > mostQuotations) return []
  return quoted.filter((index) => isAlone(blocks, index)).map((index) => toFlag(blocks[index] as FlagBlock))
}

function isLongQuotation(text: string): boolean {
  const words = quotation.exec(text)?.[1]?.split(' ').length ?? 0
  return words >= fewestWords
}

function isAlone(blocks: readonly FlagBlock[], index: number): boolean {
  const before = blocks[index - 1]
  const after = blocks[index + 1]
  if (before === undefined || after === undefined) return false
  return [before, after].every(
    ({ kind, text }) =>
      kind === 'paragraph' && text.length >= 80 && !says.test(text) && !/[:—–-]$|^[—–~-]/u.test(text),
  )
}

function toFlag(block: FlagBlock): FoundFlag {
  return {
    kind: 'unattributed-quotation',
    start: block.start,
    end: endOf(block),
    message: 'A quotation stands here, and nothing near it tells who said it.',
  }
}
