import { readFile } from 'node:fs/promises'
import { expect, test } from './app/test.ts'
import { fixture, harbour, odd, writeFiles } from './app/texts.ts'

test('the report says what failed and why, what looks odd, and what was done', async ({ app, desk }) => {
  const pictures = Object.fromEntries(
    Array.from({ length: 7 }, (_, i) => [`picture ${i}.png`, new Uint8Array([0x89, 0x50, 0x4e, 0x47])]),
  )
  const paths = await writeFiles(app.folder, {
    'clean.txt': harbour,
    'odd.txt': odd,
    'empty.txt': '',
    ...pictures,
  })
  await desk.drop([
    ...paths,
    fixture('harbour.pdf'),
    fixture('harbour-scanned.pdf'),
    fixture('harbour-secret.pdf'),
  ])
  const { report } = desk
  await expect(report).toContainText('3 documents imported, 10 failed. 2 flags to look at.')

  const lines = report.getByRole('list', { name: 'Files' }).locator('> li')
  await expect(lines.filter({ hasText: 'harbour-scanned.pdf' })).toContainText(
    /Failed: There is no text in this PDF/,
  )
  await expect(lines.filter({ hasText: 'harbour-secret.pdf' })).toContainText(/password/)
  await expect(lines.filter({ hasText: 'empty.txt' })).toContainText('The file is empty.')
  // Seven pictures are one piece of news.
  const folded = lines.filter({ hasText: '7 files failed' })
  await expect(folded).not.toContainText('picture 3.png')
  await folded.getByRole('button', { name: '7 files' }).click()
  await expect(folded).toContainText('picture 3.png')
  const pdf = lines.filter({ hasText: 'harbour.pdf' })
  await expect(pdf).toContainText(/Imported · PDF · \d+ words/)

  await report.getByRole('button', { name: /^With flags/ }).click()
  await expect(lines).toHaveCount(1)
  const flags = lines.getByRole('list', { name: 'Flags' }).getByRole('listitem')
  await expect(flags).toHaveCount(2)
  await expect(flags.first()).toContainText('спостері4')

  const saved = await app.downloaded(() => report.getByRole('button', { name: 'Save report…' }).click())
  const csv = await readFile(saved, 'utf8')
  expect(csv.trim().split('\r\n')).toHaveLength(14)
  expect(csv).toContain('mixed-script')

  await lines.getByRole('button', { name: 'Open A letter from the north' }).click()
  await expect(desk.page.getByRole('heading', { level: 1, name: 'A letter from the north' })).toBeVisible()
})

test('a mail’s attachments come in from the report', async ({ desk }) => {
  await desk.drop([fixture('letter.eml')])
  const lines = desk.report.getByRole('list', { name: 'Files' }).locator('> li')
  await expect(lines).toHaveCount(1)
  await lines.getByRole('button', { name: /^Import (it|them)$/ }).click()
  await expect(lines.filter({ hasText: '›' }).first()).toBeVisible()
  await desk.closeReport()
  expect(await desk.sources.getByRole('row').count()).toBeGreaterThan(1)

  await desk.sources.getByRole('row').first().click()
})
