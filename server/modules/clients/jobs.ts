import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { removeOrphans } from '../../platform/files.ts'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import { clearEndedReasons, followTheDay } from '../access/index.ts'
import { followTerms } from './lines/follow-the-day.ts'
import { startDuePauses } from './lines/pause.ts'
import { endAutoControlOff } from './lines/set-auto-control.ts'
import { endFlags } from './set-flag.ts'

/** Repeats a step in transactions of its own until it finds nothing more, so that a company of any size is done in small pieces. */
async function drain(database: Database, actor: Actor, signal: AbortSignal, step: (tx: Tx) => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    signal.throwIfAborted()
    const done = await inTransaction(database, { actor, direct: true }, step)
    if (done === 0) return total
    total += done
  }
}

/** What a new day brings to lines: pauses begin, reasons and flags end, agreed terms come into force. */
const followDay = handleJob(
  defineJob({ name: 'clients.follow_day', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '7 * * * *' } }),
  async ({ database, actor, signal, log }) => {
    const counts = {
      pauses_begun: await drain(database, actor, signal, (tx) => startDuePauses(tx)),
      reasons_ended: await drain(database, actor, signal, (tx) => clearEndedReasons(tx)),
      packages_changed: await drain(database, actor, signal, (tx) => followTerms(tx)),
      profiles_changed: await drain(database, actor, signal, (tx) => followTheDay(tx)),
      controls_back: await drain(database, actor, signal, (tx) => endAutoControlOff(tx)),
      flags_ended: await drain(database, actor, signal, (tx) => endFlags(tx)),
    }
    log.info(counts, 'Lines follow the day')
  },
)

/** Bytes of uploads whose transaction was rolled back. */
const removeOrphanFiles = handleJob(
  defineJob({ name: 'clients.remove_orphan_files', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '50 3 * * *' } }),
  async ({ database, log }) => {
    log.info({ removed: await removeOrphans(database, database.clock.now()) }, 'Files without a row removed')
  },
)

export const jobs = [followDay, removeOrphanFiles]
