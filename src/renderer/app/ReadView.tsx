import { FindBar } from '../features/find/index.ts'
import { ReaderView } from '../features/reader/index.ts'
import styles from './ReadView.module.css'

/** The text one reads, below the bar that finds in it. */
export function ReadView() {
  return (
    <div className={styles.view}>
      <FindBar />
      <div className={styles.text}>
        <ReaderView />
      </div>
    </div>
  )
}
