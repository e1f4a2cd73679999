import { bundleExport, exportLosses, exportNotebook, sinkAt } from './export/index.ts'
import type { CallsOf, Handlers } from './handlers.ts'
import { importFiles } from './import/importer.ts'
import type { EngineContext } from './notebook.ts'

export const fileHandlers: Handlers<
  CallsOf<'files'> | CallsOf<'import'> | CallsOf<'export'> | CallsOf<'jobs'>,
  EngineContext
> = {
  'files.upload': ({ grants }, { name, bytes }) => ({ handle: grants.keep(name, bytes) }),

  'import.run': ({ session, grants, jobs }, { jobId, handles }) => {
    const items = handles.map((handle) => grants.itemFor(handle))
    return jobs.run(jobId, 'import', (job) => importFiles(session, items, job))
  },

  'export.run': ({ grants, jobs, call }, { jobId, format, handle }) => {
    const path = grants.pathFor(handle, 'export')
    const sink = sinkAt(format, path)
    return jobs.run(jobId, 'export', async (job) => ({
      path,
      ...(await exportNotebook({ call, format, sink, ...job })),
    }))
  },

  'export.bundle': ({ jobs, call }, { jobId, format }) =>
    jobs.run(jobId, 'export', (job) => bundleExport({ call, format, ...job })),

  'export.losses': (_, { format }) => ({ losses: [...exportLosses(format)] }),

  'jobs.cancel': ({ jobs }, { jobId }) => ({ ok: jobs.cancel(jobId) }),
}
