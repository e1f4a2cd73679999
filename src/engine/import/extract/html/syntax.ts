import type { HtmlElement } from './tree.ts'

/** How tags of HTML nest: the part of the standard's tree construction that decides where text belongs. */

function names(list: string): Set<string> {
  return new Set(list.split(' '))
}

export const voidElements = names('area base br col embed hr img input link meta param source track wbr')

/** Elements that begin and end a block of text. */
export const blockElements = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext ' +
    'pre search section summary table tbody td tfoot th thead tr ul xmp',
)

/** What a start tag closes: the nearest of `closes` that is open, or every one, not looking further than `within`. */
interface Closing {
  closes: Set<string>
  within: Set<string>
  repeatedly?: boolean
}

const tableScope = names('table td th caption template object')
const paragraph: Closing = { closes: names('p'), within: names('table td th caption template object button') }
const heading: Closing = {
  closes: names('p h1 h2 h3 h4 h5 h6'),
  within: new Set([...tableScope, 'div', 'li']),
}
const item: Closing = {
  closes: names('li'),
  within: new Set([...tableScope, 'ul', 'ol', 'menu', 'dir']),
}
const definition: Closing = { closes: names('dt dd'), within: new Set([...tableScope, 'dl']) }
const cell: Closing = { closes: names('td th caption'), within: names('table template') }
const row: Closing = { closes: names('td th caption tr'), within: names('table template'), repeatedly: true }
const rows: Closing = {
  closes: names('td th caption tr tbody thead tfoot colgroup'),
  within: names('table template'),
  repeatedly: true,
}
const choice: Closing = { closes: names('option'), within: names('select datalist') }

export const closedByOpening = new Map<string, Closing>([
  ...'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header hgroup hr main menu nav ol p pre section summary table ul'
    .split(' ')
    .map((name): [string, Closing] => [name, paragraph]),
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Closing] => [`h${level}`, heading]),
  ['li', item],
  ['dt', definition],
  ['dd', definition],
  ['td', cell],
  ['th', cell],
  ['tr', row],
  ['tbody', rows],
  ['thead', rows],
  ['tfoot', rows],
  ['option', choice],
  ['optgroup', choice],
  ['a', { closes: names('a'), within: new Set([...blockElements, 'object', 'template']) }],
])

const tableParts = names('table tbody thead tfoot tr td th caption')
const aroundTableParts = names('template')
const outsideBlocks = names('table td th caption template object')
const outsideInline = new Set([...blockElements, 'template', 'object'])
/** A cell may be closed by the tags of its row and table, never by those of a table around. */
const outsideRow = names('table template')

/** The elements that an end tag of this name does not reach beyond. */
export function scopeBarriers(name: string): Set<string> {
  if (name === 'table') return aroundTableParts
  if (tableParts.has(name)) return outsideRow
  return blockElements.has(name) || !inlineElements.has(name) ? outsideBlocks : outsideInline
}

const inlineElements = names(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var',
)

export function isForeign(name: string): boolean {
  return name === 'svg' || name === 'math'
}

export const breaksOutOfForeign = names(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p ' +
    'pre ruby s small span strong strike sub sup table tt u ul var',
)

/** Elements of SVG and MathML that hold HTML again. */
const htmlIslands = names('foreignobject desc title annotation-xml')

/** Whether an element is part of a drawing or a formula, where the rules of XML hold. */
export function inForeign(element: HtmlElement): boolean {
  for (let next: HtmlElement | null = element; next !== null; next = next.parent) {
    if (htmlIslands.has(next.name)) return false
    if (isForeign(next.name)) return true
  }
  return false
}
