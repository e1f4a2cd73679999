import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineStatus } from '../engine/status.ts'
import styles from './EngineBanner.module.css'

/** Shorter breaks go by unmentioned. */
const patienceMs = 600

/** Says calmly that the engine cannot be reached, while it cannot. */
export function EngineBanner() {
  const { status } = useEngineStatus()
  const { t } = useTranslation('app')
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (status === 'ready') return
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [status])
  if (status === 'ready' || !late) return null
  return (
    <div className={styles.banner} role="alert">
      {t(`engine.${status}`)}
    </div>
  )
}
