import { describe, expect, it } from 'vitest'
import { prepareDocuments } from '#engine/import/prepare.ts'
import { articles } from '#engine/sample/articles/articles.ts'
import { cleanTexts, fixturesFolder } from '../../../scripts/bench/clean-texts.ts'
import { countFlags } from '../../../scripts/bench/flags.ts'

/** No kind may fire on clean text more often than once in so many articles. */
const oneIn = 50
/** Reading a page of the web takes longer than reading all abstracts. */
const most = (name: string) => (name === 'web articles' ? 40 : 600)

describe('flags on clean text', () => {
  it('are none on the articles of the sample', async () => {
    for (const { fileName, text } of Object.values(articles)) {
      const [document] = await prepareDocuments(fileName, new TextEncoder().encode(text))
      expect({ fileName, flags: document?.flags }).toEqual({ fileName, flags: [] })
    }
  })

  it.each(Object.keys(cleanTexts))(
    'are rarer than one in fifty of each kind: %s',
    async (name) => {
      const folder = fixturesFolder()
      const read = cleanTexts[name]
      expect(read).toBeDefined()
      if (folder === null || read === undefined) return
      const { texts, flagged, wrong } = await countFlags(read(folder), most(name))
      for (const count of Object.values(flagged)) expect(count).toBeLessThanOrEqual(Math.ceil(texts / oneIn))
      expect(wrong).toBe(0)
    },
    120_000,
  )
})
