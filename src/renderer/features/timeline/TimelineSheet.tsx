import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Drawing } from '#renderer/objects/viewExport/index.ts'
import { svgAddress } from '#renderer/ui/picture.ts'
import type { TimelineRow, TimelineWords } from './table.ts'

/** The timeline for paper: the drawing, and below it the table of all dates. */
export function TimelineSheet(props: {
  drawing: Drawing
  rows: readonly TimelineRow[]
  words: TimelineWords
  withRelation: boolean
}) {
  const { drawing, rows, words, withRelation } = props
  const { head } = words
  const picture = useSvg(drawing.svg)
  return (
    <>
      <img ref={picture} alt={drawing.description} />
      <table>
        <thead>
          <tr>
            {[head.lane, head.date, head.title, head.publisher].map((name) => (
              <th key={name}>{name}</th>
            ))}
            {withRelation && <th>{head.relation}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a printed page never change places
            <tr key={at}>
              <td>{words.lane(row.lane)}</td>
              <td>{row.date}</td>
              <td>{row.title}</td>
              <td>{row.publisher}</td>
              {withRelation && <td>{row.relations.map(({ sign, name }) => `${sign} ${name}`).join(', ')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/**
 * Shows an SVG document in an image for as long as there is one. Set past React: the sheet waits for its images in an
 * effect, which is heard before what a state would change here.
 */
function useSvg(svg: string): RefObject<HTMLImageElement | null> {
  const image = useRef<HTMLImageElement>(null)
  useLayoutEffect(() => {
    const address = svgAddress(svg)
    if (image.current) image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [svg])
  return image
}
