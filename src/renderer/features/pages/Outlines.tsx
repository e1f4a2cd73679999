import { memo } from 'react'
import { classes } from '#renderer/ui/index.ts'
import type { Colour } from '#shared/model.ts'
import type { TextRange } from './align/alignPage.ts'
import type { PageSize } from './layout.ts'
import { measure } from './measure.ts'
import styles from './Pages.module.css'
import type { PageText } from './PageTexts.ts'

/** A passage to outline on the pages. */
export interface Mark extends TextRange {
  id: string
  /** An annotation's colour; of what is only looked at, `passage`. */
  colour: Colour | 'passage'
  strong: boolean
}

interface OutlinesProps {
  text: PageText
  size: PageSize
  marks: readonly Mark[]
}

/** The passages that stand on a page, a box a line. The list of annotations says the same to those who cannot see it. */
export const Outlines = memo(function Outlines({ text, size, marks }: OutlinesProps) {
  const here = marks.filter(({ start, end }) => start < text.span.end && end > text.span.start)
  return (
    <div className={styles.outlines} aria-hidden>
      {here.flatMap((mark) =>
        text.alignment.find(mark, measure).rectangles.map(({ left, top, width, height }) => (
          <span
            key={`${mark.id} ${left} ${top}`}
            data-outline={mark.id}
            className={classes(styles.outline, mark.strong && styles.strong)}
            style={
              {
                '--outline': mark.colour === 'passage' ? 'var(--accent)' : `var(--mark-${mark.colour})`,
                '--ground': mark.colour === 'passage' ? 'var(--accent-bg)' : `var(--wash-${mark.colour})`,
                left: `${(left / size.width) * 100}%`,
                top: `${(top / size.height) * 100}%`,
                width: `${(width / size.width) * 100}%`,
                height: `${(height / size.height) * 100}%`,
              } as React.CSSProperties
            }
          />
        )),
      )}
    </div>
  )
})
