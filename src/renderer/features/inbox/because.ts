import type { TFunction } from 'i18next'
import type { InboxItem } from '#shared/model.ts'

/** Why a rule asks about an object: the numbers that it looked at, in words. */
export function becauseOf(t: TFunction<'inbox'>, { rule, why }: InboxItem): string {
  const words: Record<InboxItem['rule'], () => string> = {
    'claim-one-origin': () => t('because.oneOrigin', { count: why.sources ?? 0 }),
    'claim-contested': () =>
      `${t('because.supporting', { count: why.supporting ?? 0 })}, ${t('because.contradicting', { count: why.contradicting ?? 0 })}`,
    'claim-without-evidence': () => t('because.noLinks'),
    'anchor-drifted': () => t(why.lost === 1 ? 'because.lost' : 'because.changed'),
    'annotation-unlinked': () => t('because.noLinks'),
    'source-without-annotations': () => t('because.words', { count: why.words ?? 0 }),
    'tag-orphaned': () => t('because.noUses'),
  }
  return words[rule]()
}
