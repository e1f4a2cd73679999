/** What a property of the front matter can be. A list is left out when it is empty, as is anything undefined. */
export type Property = string | number | string[] | undefined

/** Flat YAML between two rules, as Obsidian's properties are. Whole dates stand bare, so that they count as dates. */
export function frontMatter(properties: Record<string, Property>): string {
  const lines = Object.entries(properties).flatMap(([name, value]) => propertyLines(name, value))
  return `---\n${lines.join('\n')}\n---\n`
}

function propertyLines(name: string, value: Property): string[] {
  if (value === undefined || value === '') return []
  if (!Array.isArray(value)) return [`${name}: ${scalar(value)}`]
  return value.length === 0 ? [] : [`${name}:`, ...value.map((item) => `  - ${scalar(item)}`)]
}

/** JSON's strings are YAML's double-quoted ones. */
function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.stringify(value)
}
