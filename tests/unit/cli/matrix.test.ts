import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildSample } from '#engine/sample/index.ts'
import { arrangeMatrix } from '#renderer/features/matrix/grid.ts'
import { matrixToCsv } from '#renderer/features/matrix/saved/csv.ts'
import claims from '#shared/strings/en/claims.json' with { type: 'json' }
import strings from '#shared/strings/en/matrix.json' with { type: 'json' }
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { groupWords, plain, words } from '../renderer/matrix/matter.ts'
import { crossread, withBuiltCli } from './crossread.ts'

withBuiltCli()

let notebook: TestNotebook
beforeAll(async () => {
  notebook = await testNotebook()
  await buildSample(notebook.call)
})
afterAll(() => notebook.close())

it('gives the CSV that the window saves', async () => {
  const relations = await notebook.call('relations.list', {})
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const grid = arrangeMatrix(await notebook.call('views.matrix', {}), plain, byId, groupWords)
  const { claim, statement, status } = strings
  const csv = matrixToCsv(grid, byId, {
    ...words,
    ...{ claim, statement, status },
    statusOf: (each) => claims[`status.${each.status}`],
  })
  await notebook.engine.close()
  const { stdout, stderr, code } = await crossread(['matrix', '--csv', '--notebook', notebook.notebookPath])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe(csv)
  expect(csv.split('\r\n').length).toBeGreaterThan(7)
})
