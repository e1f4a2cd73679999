import { expect, test } from './app/test.ts'

test('the notebook goes out as Markdown, a file a source, a claim and a note', async ({ app, desk }) => {
  await desk.openSample()
  const files = await app.exported(() => desk.exportAs('markdown'))
  const names = [...files.keys()]
  const inFolder = (folder: string) =>
    names.filter((name) => name.includes(`${folder}/`) && name.endsWith('.md'))
  expect(inFolder('Sources').length).toBeGreaterThanOrEqual(6)
  expect(inFolder('Claims').length).toBeGreaterThanOrEqual(4)
  expect(inFolder('Notes').length).toBeGreaterThanOrEqual(1)

  const sources = inFolder('Sources').map((name) => files.get(name) ?? '')
  for (const text of sources) expect(text).toMatch(/^---\n[\s\S]*?^title: /m)
  expect(sources.some((text) => /^> /m.test(text))).toBe(true)
  const claims = inFolder('Claims').map((name) => files.get(name) ?? '')
  expect(claims.some((text) => /\[\[[^\]]+#\^/.test(text))).toBe(true)
})

test('the notebook goes out as W3C annotations whose quotes stand where they say', async ({ app, desk }) => {
  await desk.openSample()
  const files = await app.exported(() => desk.exportAs('jsonld'))
  expect(files.size).toBe(1)
  const [text] = files.values()
  const whole: unknown = JSON.parse(text ?? '')
  expect(JSON.stringify(whole)).toContain('http://www.w3.org/ns/anno.jsonld')
  const selectors = everyObject(whole).filter((item) => item.type === 'TextQuoteSelector')
  expect(selectors.length).toBeGreaterThan(5)
  for (const selector of selectors) expect(selector.exact).toEqual(expect.any(String))
})

/** Every object inside a JSON value, however deep. */
function everyObject(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(everyObject)
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner]
}
