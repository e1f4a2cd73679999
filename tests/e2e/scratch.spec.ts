import { test } from './app/test.ts'

test('scratch', async ({ desk }) => {
  await desk.openSample()
  await desk.sources.getByRole('row').first().click()
  const where = () =>
    desk.page.evaluate(() => {
      const a = document.activeElement
      return `${a?.tagName} ${a?.getAttribute('role')} ${a?.getAttribute('aria-label')} ${a?.className}`
    })
  for (const key of ['2', '3', '1', '6', '8', '2', '5', '4', '7', '2']) {
    await desk.press(`ControlOrMeta+${key}`)
    await desk.page.waitForTimeout(1500)
    console.log(key, await where())
  }
})
