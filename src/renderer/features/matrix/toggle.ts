import { toggleGroup, useMatrixPlace } from '#renderer/state/matrixShown.ts'
import type { ColumnGroup } from './columns.ts'
import type { MatrixGrid } from './grid.ts'
import { placeAt } from './useWalk.ts'

/** Opens or closes the group that a click was on; what one was at in it goes along. Says whether there was one. */
export function toggleAt(target: EventTarget, grid: MatrixGrid, given?: ColumnGroup): boolean {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-toggle]') : null
  const group = given ?? grid.groups.find(({ key }) => key === mark?.dataset.toggle)
  if (!group) return false
  const [first] = group.sources
  const place = useMatrixPlace.getState()
  const here = grid.columns[placeAt(target)?.column ?? place.index]
  if (here?.group === group && first) {
    useMatrixPlace.setState({
      column: group.opened ? group.key : `${group.key}/${first.id}`,
      index: group.start,
    })
  }
  toggleGroup(group.key)
  return true
}
