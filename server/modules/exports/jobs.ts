import { systemActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/errors.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { forgetFile } from '../../platform/files.ts'
import { handleJob, PermanentFailure } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { actorOfUser } from '../auth/index.ts'
import { getSetting } from '../settings/index.ts'
import { executeExport } from './execute-export.ts'
import { deleteOldExports, runExport } from './job-definitions.ts'
import { keepDays } from './settings.ts'
import { dropFileOf, failExport, selectCreator, selectOldExports } from './store.ts'

export const jobs: readonly Job[] = [
  handleJob(runExport, async ({ database, payload, actor, signal, progress }) => {
    const id = payload.export_id
    try {
      const userId = await selectCreator(database, id)
      const creator = userId === null ? systemActor('exports', ALL_PERMISSIONS) : await actorOfUser(database, userId)
      await executeExport(database, id, { actor: creator, signal, onProgress: progress })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      await inTransaction(database, { actor, direct: true }, (tx) => failExport(tx, id, error.message))
      throw new PermanentFailure(error.message)
    }
  }) as Job,

  handleJob(deleteOldExports, async ({ database, actor, signal, log }) => {
    let deleted = 0
    for (let found = 1; found > 0; deleted += found) {
      signal.throwIfAborted()
      found = await inTransaction(database, { actor, direct: true }, async (tx) => {
        const old = await selectOldExports(tx, tx.now.subtract({ hours: 24 * (await getSetting(tx, keepDays)) }), 200)
        for (const { id, file_id } of old) {
          await dropFileOf(tx, id)
          await forgetFile(tx, file_id)
        }
        return old.length
      })
    }
    log.info({ deleted }, 'Old export files deleted')
  }) as Job,
]
