import { exportLosses } from './export/losses.ts'
import type { CallsOf, Handlers } from './handlers.ts'
import { importFiles } from './import/importer.ts'
import { type EngineContext, placeToWrite } from './notebook.ts'

/** The exporters bring Lexical along, half of what there is to load: nobody waits for them before they are wanted. */
const exporters = () => import('./export/index.ts')

export const fileHandlers: Handlers<
  CallsOf<'files'> | 'import.run' | CallsOf<'export'> | CallsOf<'jobs'>,
  EngineContext
> = {
  'files.upload': ({ grants }, { name, bytes }) => ({ handle: grants.keep(name, bytes) }),

  'import.run': ({ session, grants, jobs, readers }, { jobId, handles }) => {
    const items = grants.itemsFor(handles)
    return jobs.run(jobId, 'import', (job) => {
      // Only an import that runs takes the uploads: one that is refused may be asked for again.
      grants.release(handles)
      return importFiles(session, readers, items, job)
    })
  },

  'export.run': async ({ session, grants, jobs, call }, { jobId, format, handle }) => {
    const { path, mayReplace } = placeToWrite({ session, grants }, handle)
    const { exportNotebook, sinkAt } = await exporters()
    const sink = sinkAt(format, path, mayReplace)
    return jobs.run(jobId, 'export', async (job) => ({
      path,
      ...(await exportNotebook({ call, format, sink, ...job })),
    }))
  },

  'export.bundle': async ({ jobs, call }, { jobId, format }) => {
    const { bundleExport } = await exporters()
    return jobs.run(jobId, 'export', (job) => bundleExport({ call, format, ...job }))
  },

  'export.losses': (_, { format }) => ({ losses: [...exportLosses(format)] }),

  'jobs.cancel': ({ jobs }, { jobId }) => ({ ok: jobs.cancel(jobId) }),
}
