/** Runs of Thai, Lao, Burmese, Khmer, kana and Han, as code units: asking for Unicode scripts costs ten times as much. */
const unspacedRun = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+/g
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words of a text: what stands between spaces, and in scripts without spaces what Intl.Segmenter calls a word. */
export function countWords(text: string): number {
  let count = 0
  const spaced = text.replace(unspacedRun, (run) => {
    for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) count++
    return ' '
  })
  return count + countRuns(spaced)
}

/** Runs of anything but spaces and newlines, the only white space that canonical text has. */
function countRuns(text: string): number {
  let count = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isSpace = unit === 0x20 || unit === 0x0a
    if (!isSpace && !inside) count++
    inside = !isSpace
  }
  return count
}
