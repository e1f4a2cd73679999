import { strToU8, zipSync } from 'fflate'
import { expect, test } from './app/test.ts'
import { writeFiles } from './app/texts.ts'

const entries = 2_000
const comments = 400

/** About a megabyte of numbered entries as LibreOffice writes it, with a comment on the first words of every fifth. */
function logBook(): Uint8Array {
  const rest = 'The harbour stood open all winter, and ships came and went as the tide allowed. '.repeat(6)
  const paragraphs = Array.from({ length: entries }, (_, i) => {
    const words = `Entry ${i + 1} of the log.`
    return `<text:p>${i % (entries / comments) === 0 ? commented(words, i) : words} ${rest}</text:p>`
  })
  const names = ['office', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names.join(' ')} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text><text:h text:outline-level="1">The harbour log</text:h>${paragraphs.join('')}</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

function commented(words: string, number: number): string {
  const name = `office:name="comment-${number}"`
  return `<office:annotation ${name}><dc:creator>Ingrid Holm</dc:creator><text:p>Checked</text:p></office:annotation>${words}<office:annotation-end ${name}/>`
}

test('a megabyte with hundreds of annotations is opened, annotated by keys alone, and searched', async ({
  app,
  desk,
}) => {
  const { page } = desk
  const [path = ''] = await writeFiles(app.folder, { 'log.odt': logBook() })

  await test.step('it opens with its annotations painted and listed', async () => {
    await desk.importByDialog([path])
    await expect(desk.text).toContainText(`Entry ${entries} of the log.`)
    await expect
      .poll(async () => (await desk.painted()).slice(0, 2))
      .toEqual(['Entry 1 of the log.', 'Entry 6 of the log.'])
    await expect(desk.annotations.first()).toContainText('Entry 1 of the log.')
  })

  await test.step('a passage in its middle is found, and what is painted comes along', async () => {
    const bar = page.getByRole('search', { name: 'Find in this text' })
    await desk.press('ControlOrMeta+f')
    await expect(bar.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('"Entry 1234 of the log"')
    await expect(bar.getByRole('status')).toHaveText('1 of 1')
    await desk.press('Escape')
    await expect(desk.text).toBeFocused()
    await expect.poll(() => desk.painted()).toContain('Entry 1231 of the log.')
  })

  await test.step('it is annotated and commented by keys alone, and is there after a restart', async () => {
    await desk.press('2')
    await expect.poll(() => desk.painted()).toContain('Entry 1234 of the log')
    await desk.press('a')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await page.keyboard.type('Of which winter?')
    await desk.press('Escape')
    await desk.saved()
    await app.restart()
    await desk.open('The harbour log')
    await expect.poll(() => desk.painted()).toContain('Entry 1234 of the log')
    await desk.text.focus()
    await desk.press('ControlOrMeta+a')
    const selected = await desk.page.evaluate(() => document.getSelection()?.getRangeAt(0).toString())
    expect(selected).toContain(`Entry ${entries} of the log.`)
  })
})
