import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { articles } from '../helpers/articles.ts'
import { expect, test } from './app/test.ts'

const files = articles()
const paths = files.map((file) => file.path)

test('articles come in by the dialog, and a second time are skipped', async ({ app, desk }) => {
  const button = app.page.getByRole('button', { name: 'Import documents…' }).first()
  await app.chooseFiles(paths, () => button.click())
  await expect(desk.report).toContainText(`${files.length} documents imported`)
  await desk.closeReport()
  await expect(desk.sources.getByRole('row')).toHaveCount(files.length)

  await app.chooseFiles(paths, () => app.menu('import.files'))
  await expect(desk.report).toContainText(`${files.length} skipped`)
  await expect(desk.report.getByText(/Skipped, already here/)).toHaveCount(files.length)
  await desk.closeReport()
  await expect(desk.sources.getByRole('row')).toHaveCount(files.length)
})

test('articles come in by drag and drop', async ({ desk }) => {
  await desk.drop(paths)
  await expect(desk.report).toContainText(`${files.length} documents imported`)
  await desk.closeReport()
  await expect(desk.sources.getByRole('row')).toHaveCount(files.length)
})

test('what cannot be imported says why, and stops nothing else', async ({ app, desk }) => {
  const empty = join(app.folder, 'empty.txt')
  const binary = join(app.folder, 'binary.txt')
  const missing = join(app.folder, 'gone.txt')
  await writeFile(empty, '')
  await writeFile(
    binary,
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xfe, 0, 1, 2, 3, 0, 0xc3, 0x28]),
  )
  await desk.drop([empty, binary, missing, ...paths.slice(0, 1)])
  await expect(desk.report).toContainText('1 document imported, 3 failed')
  for (const name of ['empty.txt', 'binary.txt', 'gone.txt']) {
    await expect(desk.report.getByRole('listitem').filter({ hasText: name })).toContainText(/Failed: \S+/)
  }
  await desk.closeReport()
  await expect(desk.sources.getByRole('row')).toHaveCount(1)
})

test('a title is found and can be changed', async ({ desk }) => {
  await desk.drop(paths.slice(0, 1))
  await desk.closeReport()
  await desk.sources.getByRole('row').first().click()
  await desk.press('F2')
  await desk.page.getByRole('textbox', { name: 'Title' }).first().fill('A title of my own')
  await desk.press('Enter')
  await expect(desk.source('A title of my own')).toBeVisible()
  await expect(desk.page.getByRole('heading', { level: 1, name: 'A title of my own' })).toBeVisible()
})
