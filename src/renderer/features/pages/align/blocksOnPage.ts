import type { Block } from '#shared/model.ts'
import type { OnPage } from './alignPage.ts'

/** How many blocks of an earlier page may go on on a later one: the last of the running text, or one around a picture. */
const mostRunningOn = 2

/**
 * The blocks that can stand on a page, in the order of the text: those that begin there, and those before that may run on.
 * A block knows the page it begins on alone; it ends no later than where the next one of the running text begins.
 */
export function blocksOnPage(blocks: readonly Block[], page: number): OnPage[] {
  const found: OnPage[] = []
  for (const running of [blocks.filter(isNote), blocks.filter((block) => !isNote(block))]) {
    const before = running.filter((block) => block.page !== null && block.page < page && mayRunOn(block))
    const own = running.filter((block) => block.page === page)
    for (const block of before.slice(-mostRunningOn)) {
      found.push({ block, runsOn: true, mayLeave: own.length === 0 })
    }
    for (const block of own) found.push({ block, runsOn: false, mayLeave: false })
  }
  return found.sort((one, other) => one.block.start - other.block.start)
}

/** Notes stand at the end of the text, and on their pages below the text. */
function isNote({ kind }: Block): boolean {
  return kind === 'footnote'
}

function mayRunOn({ kind }: Block): boolean {
  return kind !== 'heading' && kind !== 'caption'
}
