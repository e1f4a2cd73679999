import { child, children, type XmlElement } from '../office/xml.ts'
import { value } from './styles.ts'

/** Whether a paragraph of list `numId` at `level` (from 0) shows a number or bullet: Word knows levels that show nothing. */
export type IsListed = (numId: string, level: number) => boolean

/** Reads numbering.xml. A list that it does not define counts as one that shows: the file refers to it as a list. */
export function readNumbering(root: XmlElement | undefined): IsListed {
  const abstract = new Map(
    children(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'], formatsOf(each)]),
  )
  const lists = new Map(
    children(root, 'w:num').map((each) => {
      const own = children(each, 'w:lvlOverride').flatMap((override) => [...formatsOf(override)])
      const base = abstract.get(value(child(each, 'w:abstractNumId'))) ?? []
      return [each.attributes['w:numId'], new Map([...base, ...own])]
    }),
  )
  return (numId, level) => numId !== '0' && lists.get(numId)?.get(level) !== 'none'
}

function formatsOf(list: XmlElement): Map<number, string> {
  return new Map(
    children(list, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      value(child(level, 'w:numFmt')) ?? 'decimal',
    ]),
  )
}
