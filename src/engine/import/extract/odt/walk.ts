import type { TitleFinder } from '../office/title.ts'
import type { BlockWriter } from '../office/writer.ts'
import type { XmlElement, XmlNode } from '../office/xml.ts'
import type { TextStyles } from './styles.ts'

/** Everything that is at hand while a text is walked, and what was left open so far. */
export interface Walk {
  /** What is inside paragraphs can hold paragraphs again: notes do. */
  walkBlocks: (nodes: readonly XmlNode[], walk: Walk) => void
  writer: BlockWriter
  styles: TextStyles
  title: TitleFinder
  /** Text boxes that hang on the paragraph being walked; they follow it. */
  boxes: XmlElement[]
  /** How many comments were met, to tell those without a name apart. */
  comments: number
}
