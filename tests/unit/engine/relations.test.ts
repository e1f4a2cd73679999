import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainToRichText } from '#shared-editor/text.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const echoes = {
  name: 'echoes',
  inverse: 'echoed by',
  sign: '≈',
  colour: 'magenta',
  lineStyle: 'dotted',
  symmetric: false,
  stance: 1,
} as const

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const claim = async (statement: string) => {
  const { id } = await notebook.call('claims.create', { statement })
  return { kind: 'claim', id } as const
}
const names = async () =>
  (await notebook.call('relations.list', {})).map(({ name, uses }) => `${name} ${uses}`)

test('a relation of one’s own is made, changed and removed, and no two have one name', async () => {
  const made = await notebook.call('relations.create', echoes)
  expect(made).toMatchObject({ ...echoes, builtin: false, uses: 0 })
  await expect(notebook.call('relations.create', { ...echoes, name: 'ECHOES' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const renamed = await notebook.call('relations.update', { id: made.id, name: 'Echoes', symmetric: true })
  expect(renamed).toMatchObject({ name: 'Echoes', symmetric: true, sign: '≈' })
  await notebook.call('relations.delete', { id: made.id })
  expect(await names()).not.toContain('Echoes 0')
  await notebook.call('history.undo', {})
  expect(await names()).toContain('Echoes 0')
})

test('one that links use goes only into another, and its links with it', async () => {
  const { id } = await notebook.call('relations.create', echoes)
  const [a, b, c] = [await claim('A'), await claim('B'), await claim('C')]
  await notebook.call('links.create', {
    from: a,
    to: b,
    relation: id,
    rationale: 'Word for word.',
    confidence: 'low',
  })
  await notebook.call('links.create', { from: a, to: b, relation: 'supports', rationale: 'As it says.' })
  await notebook.call('links.create', { from: c, to: b, relation: id })
  await expect(notebook.call('relations.delete', { id })).rejects.toMatchObject({ code: 'conflict' })
  const supports =
    (await notebook.call('relations.list', {})).find(({ name }) => name === 'supports')?.id ?? ''
  expect(await notebook.call('relations.merge', { id, intoId: supports })).toEqual({ moved: 2 })
  const links = await notebook.call('links.list', {})
  expect(links.map(({ relation, rationale, confidence }) => ({ relation, rationale, confidence }))).toEqual([
    { relation: 'supports', rationale: 'As it says.\nWord for word.', confidence: 'low' },
    { relation: 'supports', rationale: '', confidence: null },
  ])
  await notebook.call('history.undo', {})
  expect(await names()).toContain('echoes 2')
  await expect(notebook.call('relations.merge', { id: supports, intoId: id })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

test('a rationale is rich text where it was written so, and says who made the link', async () => {
  const [a, b] = [await claim('A'), await claim('B')]
  const content = plainToRichText('Because it **is** so.')
  const link = await notebook.call('links.create', {
    from: a,
    to: b,
    relation: 'supports',
    rationale: content,
  })
  expect(link).toMatchObject({ rationale: 'Because it **is** so.', rationaleContent: content })
  const plain = await notebook.call('links.update', { id: link.id, rationale: 'In short.' })
  expect(plain).toMatchObject({ rationale: 'In short.', rationaleContent: null, author: link.author })
})

test('the inbox says why it asks, is told not to, and asks again', async () => {
  const { id } = await claim('Nobody has looked into it.')
  const asked = async () => (await notebook.call('views.inbox', {})).filter(({ object }) => object.id === id)
  const object = { kind: 'claim', id } as const
  const mute = { rule: 'claim-without-evidence', object, reason: 'It is the question itself.' } as const
  expect(await asked()).toMatchObject([{ rule: mute.rule, muted: null }])
  const muted = await notebook.call('inbox.mute', mute)
  expect((await asked())[0]?.muted).toMatchObject({ id: muted.id, reason: mute.reason })
  expect(await notebook.call('inbox.mute', { ...mute, reason: 'Still.' })).toEqual(muted)
  await notebook.call('inbox.unmute', { id: muted.id })
  expect((await asked())[0]?.muted).toBeNull()
  await expect(notebook.call('inbox.unmute', { id: muted.id })).rejects.toMatchObject({ code: 'not_found' })
  await notebook.call('history.undo', {})
  expect((await asked())[0]?.muted).toMatchObject({ reason: 'Still.' })
})

test('a tag that nothing has is in the inbox until it is used or removed', async () => {
  const object = await claim('A')
  await notebook.call('tags.set', { object, names: ['sea'] })
  const orphans = async () =>
    (await notebook.call('views.inbox', {}))
      .filter(({ rule }) => rule === 'tag-orphaned')
      .map(({ label }) => label)
  expect(await orphans()).toEqual([])
  await notebook.call('tags.set', { object, names: [] })
  expect(await orphans()).toEqual(['sea'])
})

test('names are one in whatever case they are written, accents and all', async () => {
  const { id } = await notebook.call('relations.create', { ...echoes, name: 'ähnelt' })
  await expect(notebook.call('relations.create', { ...echoes, name: 'ÄHNELT' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const [from, to] = [await claim('It sank.'), await claim('It was lost.')]
  expect(await notebook.call('links.create', { from, to, relation: 'Ähnelt' })).toMatchObject({
    relationId: id,
  })
})
