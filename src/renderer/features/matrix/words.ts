import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { publishedOn, publisherOf } from '#renderer/objects/dates.ts'
import type { Relation } from '#shared/model.ts'
import { isSeveral, type MatrixColumn } from './columns.ts'
import type { GridCell } from './grid.ts'
import type { DrawingWords } from './saved/drawing.ts'

/** What the matrix says in words, on screen and wherever it is taken. */
export interface Words extends DrawingWords {
  /** What a cell holds, in full: `supports (2 links); 3 sources, 1 origin`. */
  cell: (cell: GridCell | undefined, column: MatrixColumn, relations: ReadonlyMap<string, Relation>) => string
  /** What a cell is called: `C2 and “The levy”`. */
  place: (number: number, column: MatrixColumn) => string
}

/** Stand for what differs from cell to cell. */
const marks = { number: '\u0001', source: '\u0002' }

export function useMatrixWords(): Words {
  const { t, i18n } = useTranslation('matrix')
  const { t: claims } = useTranslation('claims')
  return useMemo(() => {
    const voices = (sources: number, origins: number): string => {
      const ofSources = t('sources', { count: sources })
      return sources === origins ? ofSources : `${ofSources}, ${t('origins', { count: origins })}`
    }
    // Asked for by hundreds of cells while one scrolls: the catalogue is looked into once.
    const place = t('cell', { number: marks.number, source: marks.source })
    const nothing = t('nothing')
    return {
      title: t('label'),
      claim: t('claim'),
      statement: t('statement'),
      status: t('status'),
      statusOf: ({ status }) => claims(`status.${status}`),
      voices,
      below: (column) => {
        const [source] = column.sources
        if (isSeveral(column)) return [voices(column.sources.length, column.group.origins)]
        if (source === undefined) return []
        // A group of one is named after something else: its source stands below.
        if (column.isGroup && column.group.isNamed) return [source.title]
        return [publisherOf(source.metadata), publishedOn(source.metadata, i18n.language)].filter(Boolean)
      },
      bracket: ({ label, isNamed, sources, origins }) =>
        isNamed ? `${label}: ${voices(sources.length, origins)}` : voices(sources.length, origins),
      place: (number, { label }) =>
        place.replace(marks.number, String(number)).replace(marks.source, () => label),
      cell: (cell, column, relations) => {
        if (!cell) return nothing
        const links = cell.relations.map(({ relationId, links: count }) =>
          t('links', { count, relation: relations.get(relationId)?.name ?? relationId }),
        )
        const behind = isSeveral(column) ? `; ${voices(cell.sources, cell.origins)}` : ''
        return `${links.join(', ')}${behind}`
      },
    }
  }, [t, claims, i18n.language])
}
