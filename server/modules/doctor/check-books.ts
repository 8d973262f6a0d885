import type { Actor } from '../../kernel/actor.ts'
import { businessDay } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { runDoctor } from './run-doctor.ts'
import type { CheckResult, DoctorReport, RunDoctor } from './run-doctor.ts'
import { deleteOldReports, insertReport } from './store.ts'
import type { Occasion } from './store.ts'

export interface CheckBooks extends Pick<RunDoctor, 'only' | 'seals' | 'isExact' | 'signal'> {
  readonly actor: Actor
  readonly occasion: Occasion
  /** Who asked for it, where a job does it for him. */
  readonly requestedBy?: bigint | null
  readonly onResult?: (result: CheckResult) => void
}

const KEEP_DAYS = 90

/**
 * Runs the self-check outside any transaction (each invariant is one statement and so sees one moment) and keeps what it found.
 * Repeatable: each call adds one row of results and changes nothing else.
 */
export async function checkBooks(
  database: Database,
  { actor, occasion, requestedBy = actor.userId, ...options }: CheckBooks,
): Promise<DoctorReport & { readonly resultId: bigint }> {
  const { clock, direct } = database
  const startedAt = clock.now()
  const { zone } = await database.company()
  const report = await runDoctor({ db: direct }, { ...options, now: startedAt, today: businessDay(startedAt, zone) })
  const resultId = await inTransaction(database, { actor, direct: true }, async (tx) => {
    await deleteOldReports(tx, tx.now.subtract({ hours: KEEP_DAYS * 24 }))
    return await insertReport(tx, { startedAt, finishedAt: clock.now(), occasion, requestedBy, report })
  })
  return { ...report, resultId }
}
