import styles from './WordDiff.module.css'
import { wordDiff } from './wordDiff.ts'

/** Two wordings as one text: what went is struck out, what came is underlined. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).map(({ text, how }, index) => {
    const Mark = how === 'gone' ? 'del' : how === 'new' ? 'ins' : 'span'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change
      <Mark key={index} className={styles[how]}>
        {text}
      </Mark>
    )
  })
}
