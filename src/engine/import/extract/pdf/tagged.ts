import { rowsOf, toRegions } from './columns.ts'
import { joinLines, toSegments } from './lines.ts'
import { type Draft, type DraftKind, type Frame, type Line, linesOf, type Run, type Tag } from './model.ts'
import { lineText } from './text.ts'

/** How much of a document's letters its tags must hold to be trusted. */
const coverage = 0.9
/** How many of its paragraphs may begin in the middle of a sentence. */
const mostBroken = 0.12

interface TaggedPage {
  number: number
  runs: readonly Run[]
  tags: Tag | null
}

/** The blocks of every page as a tagged document names them; undefined where the tags do not hold the text or cut it up. */
export function taggedDrafts(pages: readonly TaggedPage[]): Draft[][] | undefined {
  let held = 0
  let all = 0
  for (const { runs, tags } of pages) {
    const marks = new Set(tags === null ? [] : marksOf(tags))
    for (const run of runs) {
      all += run.text.length
      if (run.mark !== null && marks.has(run.mark)) held += run.text.length
    }
  }
  if (all === 0 || held < all * coverage) return undefined
  const drafts = pages.map(pageDrafts)
  return isBroken(drafts.flat()) ? undefined : drafts
}

/** The runs of a page that its tags do not hold. */
export function untaggedRuns({ runs, tags }: TaggedPage): Run[] {
  const marks = new Set(tags === null ? [] : marksOf(tags))
  return runs.filter((run) => run.mark === null || !marks.has(run.mark))
}

function marksOf(tag: Tag): string[] {
  return tag.children.flatMap((child) => (typeof child === 'string' ? [child] : marksOf(child)))
}

/** Paragraphs that start with a small letter though the one before has not ended were cut line by line. */
function isBroken(drafts: readonly Draft[]): boolean {
  const paragraphs = drafts.filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
  let broken = 0
  paragraphs.forEach((draft, index) => {
    const before = paragraphs[index - 1]
    if (before === undefined || before.page !== draft.page) return
    const end = lineText(linesOf(before).at(-1) as Line)
    const start = lineText(linesOf(draft)[0] as Line)
    if (/[\p{Ll},]$/u.test(end) && /^\p{Ll}/u.test(start)) broken += 1
  })
  return paragraphs.length === 0 || broken > Math.max(2, paragraphs.length * mostBroken)
}

interface Walk {
  runs: ReadonlyMap<string, Run[]>
  page: number
  frame: Frame
  drafts: Draft[]
  depth: number
  quoted: boolean
}

function pageDrafts({ number, runs, tags }: TaggedPage): Draft[] {
  if (tags === null) return []
  const byMark = new Map<string, Run[]>()
  for (const run of runs) if (run.mark !== null) byMark.set(run.mark, [...(byMark.get(run.mark) ?? []), run])
  const frame = {
    left: Math.min(...runs.map(({ x0 }) => x0)),
    right: Math.max(...runs.map(({ x1 }) => x1)),
    base: 0,
  }
  const walk: Walk = { runs: byMark, page: number, frame, drafts: [], depth: 0, quoted: false }
  visit(tags, walk)
  return walk.drafts
}

const blocks: Record<string, DraftKind> = {
  P: 'paragraph',
  Caption: 'caption',
  Note: 'footnote',
  FENote: 'footnote',
  Code: 'code',
  TOCI: 'paragraph',
  LI: 'list-item',
  Title: 'heading',
}

function visit(tag: Tag, walk: Walk): void {
  const heading = /^H([1-6])?$/.exec(tag.role)
  const kind = blocks[tag.role]
  if (tag.role === 'Artifact') return
  if (heading !== null) add(tag, 'heading', Number(heading[1] ?? 1), walk)
  else if (tag.role === 'Table') visitTable(tag, walk)
  else if (tag.role === 'LI' || isUnnamedItem(tag)) visitItem(tag, walk)
  else if (kind !== undefined && !hasBlocks(tag)) {
    add(tag, kind === 'paragraph' && walk.quoted ? 'quotation' : kind, kind === 'heading' ? 1 : 0, walk)
  } else {
    const depth = walk.depth + (tag.role === 'L' ? 1 : 0)
    visitMixed(tag, { ...walk, depth, quoted: walk.quoted || tag.role === 'BlockQuote' })
  }
}

/** Chromium names the items of some lists nothing at all. */
function isUnnamedItem(tag: Tag): boolean {
  return (
    tag.role === 'NonStruct' &&
    tag.children.some((child) => typeof child !== 'string' && child.role === 'Lbl')
  )
}

/** What stands directly in a container, or in inline tags there, is a paragraph of its own. */
function visitMixed(tag: Tag, walk: Walk): void {
  let loose: Tag['children'] = []
  const close = () => {
    if (loose.length > 0)
      add({ role: 'P', children: loose }, walk.quoted ? 'quotation' : 'paragraph', 0, walk)
    loose = []
  }
  for (const child of tag.children) {
    if (typeof child === 'string' || isInline(child)) {
      loose.push(child)
      continue
    }
    close()
    visit(child, walk)
  }
  close()
}

const inline = new Set([
  'Span',
  'Link',
  'Em',
  'Strong',
  'Reference',
  'Quote',
  'Annot',
  'Lbl',
  'BibEntry',
  'Sub',
  'Ruby',
  'Warichu',
  'Formula',
  'Figure',
])

function isInline(tag: Tag): boolean {
  return inline.has(tag.role) && !hasBlocks(tag)
}

function hasBlocks(tag: Tag): boolean {
  return tag.children.some(
    (child) =>
      typeof child !== 'string' &&
      (/^(?:P|H[1-6]?|L|LI|Table|BlockQuote|Div|Sect|Note|FENote)$/.test(child.role) || hasBlocks(child)),
  )
}

function visitItem(tag: Tag, walk: Walk): void {
  const own: Tag['children'] = []
  const nested: Tag[] = []
  const collect = (from: Tag) => {
    for (const child of from.children) {
      if (typeof child === 'string') own.push(child)
      else if (child.role === 'L' || child.role === 'Table') nested.push(child)
      else if (hasNested(child)) collect(child)
      else own.push(child)
    }
  }
  collect(tag)
  add({ role: 'LI', children: own }, 'list-item', Math.max(1, walk.depth), walk)
  for (const child of nested) visit(child, walk)
}

function hasNested(tag: Tag): boolean {
  return tag.children.some(
    (child) =>
      typeof child !== 'string' && (child.role === 'L' || child.role === 'Table' || hasNested(child)),
  )
}

function visitTable(tag: Tag, walk: Walk): void {
  for (const child of tag.children) {
    if (typeof child === 'string') add({ role: 'P', children: [child] }, 'paragraph', 0, walk)
    else if (child.role === 'TR') {
      const cells = child.children.map((cell) =>
        linesIn(typeof cell === 'string' ? { role: 'TD', children: [cell] } : cell, walk),
      )
      if (cells.some((cell) => cell.length > 0))
        walk.drafts.push({ kind: 'table-row', level: 0, page: walk.page, cells, frame: walk.frame })
    } else if (child.role === 'Caption') add(child, 'caption', 0, walk)
    else visitTable(child, walk)
  }
}

function add(tag: Tag, kind: DraftKind, level: number, walk: Walk): void {
  const lines = linesIn(tag, walk)
  if (lines.length === 0) return
  const draft: Draft = { kind, level, page: walk.page, cells: [lines], frame: walk.frame }
  if (kind === 'code') walk.drafts.push(...lines.map((line) => ({ ...draft, cells: [[line]] })))
  else walk.drafts.push(draft)
}

function linesIn(tag: Tag, walk: Walk): Line[] {
  const runs = marksOf(tag).flatMap((mark) => walk.runs.get(mark) ?? [])
  return toRegions(toSegments(runs, walk.page)).flatMap((region) => rowsOf(region).map(joinLines))
}
