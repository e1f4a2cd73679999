import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useColours } from '#renderer/objects/colours.ts'
import type { Words } from './columns.ts'

/** What cells say, in the reader's language and with the notebook's names of colours. */
export function useWords(titleOf: (sourceId: string) => string): Words {
  const { t, i18n } = useTranslation('objects')
  const { name } = useColours()
  return useMemo(() => {
    const dates = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', year: 'numeric' })
    return {
      colour: ({ colour }) => name(colour),
      source: ({ sourceId }) => titleOf(sourceId),
      author: ({ author }) => (author === null ? t('filter.mine') : author || t('filter.unknownAuthor')),
      date: (iso) => dates.format(new Date(iso)),
    }
  }, [i18n.language, name, titleOf, t])
}
