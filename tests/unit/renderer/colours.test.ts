import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { colours } from '#shared/model.ts'

/** The variables of each theme, as tokens.css gives them: a theme has what it does not say from the light one. */
const css = readFileSync(resolve(import.meta.dirname, '../../../src/renderer/styles/tokens.css'), 'utf8')
const [plain = '', contrast = ''] = css.split('@media (prefers-contrast: more)')
const themes = {
  light: variables(plain, ':root'),
  sepia: { ...variables(plain, ':root'), ...variables(plain, '[data-theme="sepia"]') },
  dark: { ...variables(plain, ':root'), ...variables(plain, '[data-theme="dark"]') },
}
const more = {
  light: { ...themes.light, ...variables(contrast, ':root') },
  dark: { ...themes.dark, ...variables(contrast, '[data-theme="dark"]') },
}

function variables(text: string, selector: string): Record<string, string> {
  const from = text.indexOf(`${selector} {`)
  const body = text.slice(from, text.indexOf('}', from))
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

type Rgba = [red: number, green: number, blue: number, alpha: number]

function rgba(value = ''): Rgba {
  const numbers = value.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16))
    : [...value.matchAll(/[\d.]+/g)].map(([number]) => Number(number))
  const [red = 0, green = 0, blue = 0, percent = 100] = numbers
  return [red, green, blue, percent / 100]
}

/** One colour laid over another. */
function over([r, g, b, a]: Rgba, [R, G, B]: Rgba): Rgba {
  return [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1]
}

/** The contrast of two colours as WCAG 2 reckons it. */
function contrastOf(one: Rgba, other: Rgba): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test('the eight colours are those of Zotero, in its order', () => {
  expect(colours.map((colour) => [colour, themes.light[`--colour-${colour}`]])).toEqual([
    ['yellow', '#ffd400'],
    ['red', '#ff6666'],
    ['green', '#5fb236'],
    ['blue', '#2ea8e5'],
    ['purple', '#a28ae5'],
    ['magenta', '#e56eee'],
    ['orange', '#f19837'],
    ['grey', '#aaaaaa'],
  ])
})

const everyTheme = [
  ...Object.entries(themes),
  ...Object.entries(more).map(([name, theme]) => [`${name}, more contrast`, theme] as const),
]

test.each(everyTheme)(
  'words stay legible on every colour, and lines stand out from the page: %s',
  (_name, theme) => {
    const page = rgba(theme['--bg'])
    for (const colour of colours) {
      const ground = over(rgba(theme[`--wash-${colour}`]), page)
      expect(contrastOf(rgba(theme['--fg']), ground), `words on ${colour}`).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(rgba(theme[`--mark-${colour}`]), page), `line in ${colour}`).toBeGreaterThanOrEqual(3)
    }
  },
)
