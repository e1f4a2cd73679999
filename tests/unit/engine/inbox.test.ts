import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#shared/ids.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const rule = 'claim-without-evidence'
const muted = async () => (await notebook.call('views.inbox', {})).map((item) => item.muted?.reason ?? null)

test('an object is muted with a reason, which can be changed, taken back and undone', async () => {
  const { id } = await notebook.call('claims.create', { statement: 'The ferry was late.' })
  const object = { kind: 'claim', id } as const
  const mute = await notebook.call('inbox.mute', { rule, object, reason: 'Known to all.' })
  expect(await notebook.call('inbox.mute', { rule, object, reason: 'Said by the captain.' })).toEqual(mute)
  expect(await muted()).toEqual(['Said by the captain.'])
  await notebook.call('inbox.unmute', mute)
  expect(await muted()).toEqual([null])
  await expect(notebook.call('inbox.unmute', mute)).rejects.toMatchObject({ code: 'not_found' })
  for (const reason of ['Said by the captain.', 'Known to all.', null]) {
    await notebook.call('history.undo', {})
    expect(await muted()).toEqual([reason])
  }
})

test('what is not in the notebook is not muted, and leaves no step behind', async () => {
  const before = await notebook.call('history.state', {})
  for (const kind of ['claim', 'tag', 'source'] as const) {
    const object = { kind, id: newId() }
    await expect(notebook.call('inbox.mute', { rule, object, reason: '' })).rejects.toMatchObject({
      code: 'not_found',
    })
  }
  expect(await notebook.call('history.state', {})).toEqual(before)
})
