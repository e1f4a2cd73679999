import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainToRichText } from '#shared-editor/text.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let sourceIds: string[]
let claimId: string

beforeEach(async () => {
  notebook = await testNotebook()
  const texts = ['One says it.', 'Two says it too.', 'Three denies it.']
  const paths: string[] = []
  for (const [number, text] of texts.entries()) paths.push(await notebook.file(`${number}.txt`, text))
  const { lines } = await notebook.importPaths(paths)
  sourceIds = lines.map((line) => line.sourceId ?? '')
  claimId = (await notebook.call('claims.create', { statement: 'It is so.' })).id
})
afterEach(() => notebook.close())

const link = (number: number, relation: string) =>
  notebook.call('links.createFromPassage', {
    sourceId: sourceIds[number] ?? '',
    start: 0,
    end: 3,
    to: { kind: 'claim', id: claimId },
    relation,
  })

/** What a claim says of its support, which must be the same in the list and on its own page. */
async function support() {
  const alone = await notebook.call('claims.get', { id: claimId })
  const listed = (await notebook.call('claims.list', {})).find((claim) => claim.id === claimId)
  expect(listed?.counts).toEqual(alone.counts)
  expect(listed?.suggestion).toEqual(alone.suggestion)
  return alone.suggestion
}

test('copies are one voice, and one voice is not enough', async () => {
  await link(0, 'supports')
  await link(1, 'supports')
  expect(await support()).toEqual({ status: 'supported', supportingOrigins: 2, contradictingOrigins: 0 })
  await notebook.call('origins.group', { sourceIds: sourceIds.slice(0, 2) })
  expect(await support()).toEqual({ status: 'open', supportingOrigins: 1, contradictingOrigins: 0 })
  const { counts } = await notebook.call('claims.get', { id: claimId })
  expect(counts).toEqual([expect.objectContaining({ links: 2, sources: 2, origins: 1 })])
  await notebook.call('history.undo', {})
  expect((await support()).supportingOrigins).toBe(2)
})

test('a claim counts its own evidence and no other claim’s', async () => {
  await link(0, 'supports')
  const other = claimId
  claimId = (await notebook.call('claims.create', { statement: 'Something else.' })).id
  expect(await support()).toEqual({ status: 'open', supportingOrigins: 0, contradictingOrigins: 0 })
  await link(2, 'contradicts')
  claimId = other
  await link(2, 'contradicts')
  expect(await support()).toEqual({ status: 'contested', supportingOrigins: 1, contradictingOrigins: 1 })
  await notebook.call('sources.delete', { id: sourceIds[2] ?? '' })
  expect((await support()).contradictingOrigins).toBe(0)
})

test('a claim from a passage is claim, passage and link in one step', async () => {
  const made = await notebook.call('claims.createFromPassage', {
    sourceId: sourceIds[0] ?? '',
    start: 4,
    end: 8,
    statement: 'Says.',
  })
  const claim = await notebook.call('claims.get', { id: made.claimId })
  expect(claim.evidence).toMatchObject([
    { incoming: true, annotation: { quote: 'says' }, source: { id: sourceIds[0] } },
  ])
  await notebook.call('history.undo', {})
  expect((await notebook.call('notebook.info', {})).counts).toMatchObject({
    claims: 1,
    annotations: 0,
    links: 0,
  })
})

test('what a rationale mentions leads to the claim that is kept', async () => {
  const gone = await notebook.call('claims.create', { statement: 'It is so, somebody says.' })
  const { linkId } = await link(0, 'supports')
  const content = plainToRichText('')
  const mention = { type: 'crossread-reference', version: 1, kind: 'claim', id: gone.id, label: 'C2' }
  const paragraph = { type: 'paragraph', version: 1, children: [mention] }
  const rationale = { ...content, root: { ...content.root, children: [paragraph] } }
  await notebook.call('links.update', { id: linkId, rationale })
  await notebook.call('claims.merge', { ids: [claimId, gone.id] })
  const [found] = await notebook.call('links.list', {})
  expect(found?.rationaleContent?.root.children).toMatchObject([{ children: [{ ...mention, id: claimId }] }])
  await notebook.call('history.undo', {})
  expect((await notebook.call('links.list', {}))[0]?.rationaleContent).toEqual(rationale)
})
