import { z } from 'zod'
import { AppError } from '../../../kernel/errors.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { defineJob, enqueue, handleJob } from '../../../platform/jobs/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { getSetting } from '../../settings/index.ts'
import { deleteOldExports } from './exports/export-store.ts'
import { keepExport } from './exports/keep-export.ts'
import { keepRouterExport } from './job-definitions.ts'
import { keepExportsDays } from './settings.ts'
import { selectActiveRouters } from './store.ts'

const SPREAD_SECONDS = 1800

export const jobs: readonly Job[] = [
  handleJob(keepRouterExport, async ({ database, payload, actor, log }) => {
    try {
      await keepExport(database, payload.router_id, { actor })
    } catch (error) {
      // What a router does not give is noted with it; only what is wrong here fails the job.
      if (!(error instanceof AppError)) throw error
      log.warn({ err: error, router: Number(payload.router_id) }, 'What is set up on a router could not be read')
    }
  }) as Job,

  /** Every night each router, not all in the same minute; what is older than it has to be is forgotten. */
  handleJob(
    defineJob({ name: 'routers.keep_exports', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '10 2 * * *' } }),
    async ({ database, actor }) => {
      const ids = await selectActiveRouters({ db: database.direct })
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        for (const [n, router_id] of ids.entries())
          await enqueue(
            tx,
            keepRouterExport,
            { router_id },
            { singletonKey: router_id.toString(), startAfter: tx.now.add({ seconds: Math.floor((n * SPREAD_SECONDS) / ids.length) }) },
          )
        await deleteOldExports(tx, tx.now.subtract({ hours: 24 * (await getSetting(tx, keepExportsDays)) }))
      })
    },
  ) as Job,
]
