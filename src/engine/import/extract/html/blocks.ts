import type { ImportNote } from '#shared/model.ts'
import type { ExtractedBlock } from '../types.ts'
import { addressesOf } from './addresses.ts'
import { BlockReader } from './block-reader.ts'
import { parseHtml } from './parse.ts'
import type { HtmlElement } from './tree.ts'

export interface HtmlBlocks {
  blocks: ExtractedBlock[]
  notes: ImportNote[]
}

export interface HtmlOptions {
  /** Where the page was: relative links are resolved against it. */
  baseUrl?: string
  /** Which names a block may be found by, besides those that links of the same page lead to. */
  keepAnchor?: (name: string) => boolean
}

/**
 * Turns a piece or page of HTML into blocks: all of it, in order. Nothing is run or loaded, however the HTML is broken;
 * what a browser would not show is left out. Links are absolute (`http:`, `https:`, `mailto:`) or `#name` of a block's
 * `anchor`; all others keep their text alone.
 * Throws `file_unreadable` for a page with more than a million elements.
 */
export function htmlToBlocks(html: string, options: HtmlOptions = {}): HtmlBlocks {
  return treeToBlocks(parseHtml(html), options)
}

/**
 * The blocks of an element of a parsed page.
 * @param page what the element is a part of, where that is more: its `<base>` and links count too.
 */
export function treeToBlocks(
  root: HtmlElement,
  options: HtmlOptions = {},
  page: HtmlElement = root,
): HtmlBlocks {
  const addresses = addressesOf(page, options.baseUrl)
  const reader = new BlockReader(root, addresses, options.keepAnchor)
  const blocks = reader.read()
  const notes = addresses.dropped > 0 ? [{ what: 'html-links-dropped', count: addresses.dropped }] : []
  return { blocks, notes }
}
