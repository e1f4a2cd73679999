import type { TitleFinder } from '../office/title.ts'
import type { BlockWriter } from '../office/writer.ts'
import type { XmlElement, XmlNode } from '../office/xml.ts'
import type { IsListed } from './numbering.ts'
import type { Relationship } from './package.ts'
import type { WordStyles } from './styles.ts'

/** A field, such as a link or a page number: its instruction comes first, then what it last showed. */
export interface Field {
  instruction: string
  shown: boolean
  link: boolean
}

/** Everything that is at hand while a document's parts are walked, and what was left open so far. */
export interface Walk {
  /** What is inside paragraphs can hold paragraphs again: notes do. */
  walkBlocks: (nodes: readonly XmlNode[], walk: Walk) => void
  writer: BlockWriter
  styles: WordStyles
  isListed: IsListed
  /** Of the part being walked. */
  relationships: Map<string, Relationship>
  footnotes: Notes
  endnotes: Notes
  fields: Field[]
  /** Text boxes that hang on the paragraph being walked; they follow it. */
  boxes: XmlElement[]
  /** The paragraph's end was deleted: the next one goes on in the same block. */
  joins: boolean
  /** Identities of the changes that were met. */
  changes: Set<string>
  title: TitleFinder
}

export interface Notes {
  byId: Map<string, XmlElement>
  relationships: Map<string, Relationship>
  label: (number: number) => string
  /** How many of them were referred to so far. */
  used: number
}
