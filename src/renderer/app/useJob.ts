import { useEffect, useState } from 'react'
import type { JobProgress } from '#shared/contract/events.ts'
import { engine } from '../engine/client.ts'
import { useEngineStatus } from '../engine/status.ts'

/** The long work that goes on right now, the latest where there are several, or null. */
export function useJob(): JobProgress | null {
  const [jobs, setJobs] = useState<readonly JobProgress[]>([])
  useEffect(
    () =>
      engine.on('job', (progress) =>
        setJobs((before) => {
          const others = before.filter(({ jobId }) => jobId !== progress.jobId)
          return progress.state === 'running' ? [...others, progress] : others
        }),
      ),
    [],
  )
  // Work dies with its engine and cannot say so any more.
  useEffect(() => useEngineStatus.subscribe(({ status }) => status !== 'ready' && setJobs([])), [])
  return jobs.at(-1) ?? null
}
