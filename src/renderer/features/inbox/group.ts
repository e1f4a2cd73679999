import { type InboxItem, inboxRules } from '#shared/model.ts'

export type InboxRule = InboxItem['rule']

/** The inbox by rule, in the order the rules are declared; rules with nothing to say are left out. */
export function groupByRule(items: readonly InboxItem[]): { rule: InboxRule; items: InboxItem[] }[] {
  return inboxRules
    .map((rule) => ({ rule, items: items.filter((item) => item.rule === rule) }))
    .filter((group) => group.items.length > 0)
}
