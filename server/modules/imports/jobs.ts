import { systemActor } from '../../kernel/actor.ts'
import type { Actor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/errors.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { forgetFile } from '../../platform/files.ts'
import { handleJob, PermanentFailure } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { actorOfUser } from '../auth/index.ts'
import { isTroubleOfRouter, readPpp } from '../network/routers/index.ts'
import { getSetting } from '../settings/index.ts'
import { executeImport } from './apply-import.ts'
import { forgetImportFiles, forgetReadings, previewImport, readSecrets, runImport, takeOver } from './job-definitions.ts'
import { executePreview } from './preview-import.ts'
import { deleteOldReadings, updateRead, updateReadingFailed } from './router/reading-store.ts'
import { sealReading } from './router/reading.ts'
import { executeTakeover } from './router/take-over.ts'
import { deleteOldTakeovers, finishTakeover, selectRequester } from './router/takeover-store.ts'
import { keepFilesDays } from './settings.ts'
import { forgetFileOf, selectCreator, selectOldFiles, updateImport } from './store.ts'

/** An import works for whoever sent the file: his scope, his permissions, his name in the audit. */
async function actorFor(database: Database, importId: bigint): Promise<Actor> {
  const userId = await selectCreator(database, importId)
  return userId === null ? systemActor('imports', ALL_PERMISSIONS) : actorOfUser(database, userId)
}

/** What the person has to know of is written with the import, and trying again would not help. */
async function orFail(database: Database, importId: bigint, actor: Actor, work: (actor: Actor) => Promise<unknown>): Promise<void> {
  try {
    await work(await actorFor(database, importId))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await inTransaction(database, { actor, direct: true }, (tx) => updateImport(tx, importId, { state: 'failed', error: error.message }))
    throw new PermanentFailure(error.message)
  }
}

const READINGS_KEPT = { hours: 24 }
const TAKEOVERS_KEPT = { hours: 24 * 90 }

export const jobs: readonly Job[] = [
  handleJob(previewImport, async ({ database, payload, actor, signal, progress }) => {
    await orFail(database, payload.import_id, actor, (creator) => executePreview(database, payload.import_id, { actor: creator, signal, onProgress: progress }))
  }) as Job,

  handleJob(runImport, async ({ database, payload, actor, signal, progress }) => {
    await orFail(database, payload.import_id, actor, (creator) => executeImport(database, payload.import_id, { actor: creator, signal, onProgress: progress }))
  }) as Job,

  handleJob(readSecrets, async ({ database, payload, actor }) => {
    const { router_id: routerId } = payload
    try {
      const ppp = await readPpp(database, routerId)
      const read = { sealed: sealReading(routerId, ppp), secrets: ppp.secrets.length }
      await inTransaction(database, { actor, direct: true }, async (tx) => await updateRead(tx, routerId, read))
    } catch (error) {
      await inTransaction(database, { actor, direct: true }, async (tx) => await updateReadingFailed(tx, routerId, (error as Error).message))
      // Whoever waits for it is told; the router's trouble is none of ours.
      if (!isTroubleOfRouter(error) && !(error instanceof AppError)) throw error
    }
  }) as Job,

  handleJob(takeOver, async ({ database, payload, actor, signal, progress }) => {
    const id = payload.takeover_id
    try {
      const userId = await selectRequester({ db: database.direct }, id)
      await executeTakeover(database, id, { actor: userId === null ? actor : await actorOfUser(database, userId), signal, onProgress: progress })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      await inTransaction(database, { actor, direct: true }, async (tx) => await finishTakeover(tx, id, 'failed', error.message))
      throw new PermanentFailure(error.message)
    }
  }) as Job,

  handleJob(forgetReadings, async ({ database, actor }) => {
    await inTransaction(database, { actor, direct: true }, async (tx) => {
      await deleteOldReadings(tx, tx.now.subtract(READINGS_KEPT))
      await deleteOldTakeovers(tx, tx.now.subtract(TAKEOVERS_KEPT))
    })
  }) as Job,

  handleJob(forgetImportFiles, async ({ database, actor, signal, log }) => {
    let forgotten = 0
    for (let found = 1; found > 0; forgotten += found) {
      signal.throwIfAborted()
      found = await inTransaction(database, { actor, direct: true }, async (tx) => {
        const old = await selectOldFiles(tx, tx.now.subtract({ hours: 24 * (await getSetting(tx, keepFilesDays)) }), 200)
        for (const { id, file_id } of old) {
          await forgetFileOf(tx, id)
          await forgetFile(tx, file_id)
        }
        return old.length
      })
    }
    log.info({ forgotten }, 'Old import files forgotten')
  }) as Job,
]
