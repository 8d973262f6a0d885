import { AppError } from '../../kernel/errors.ts'
import { firstDayAfter, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { moveStagedCursors } from '#modules/charges/index.ts'
import { companySeries, takeNumbers } from '#modules/ledger/index.ts'
import { getSetting } from '#modules/settings/index.ts'
import { ensureSellerSnapshot } from './documents-store.ts'
import { computeInvoice } from './invoice.ts'
import type { ComputedInvoice } from './invoice.ts'
import { sumChunk } from './month-store.ts'
import { refreshExpiry } from './refresh-expiry.ts'
import { complexClients, makeStage, stageClients, stageComputed, stageInvoices, stageLines, takeOutUnpriced } from './run-stage-store.ts'
import type { RunScope, SeriesCount, Unbillable } from './run-stage-store.ts'
import { parkClients, previewParked, previewStaged } from './run-items-store.ts'
import { advanceRun, lockRun, scopeOf, serialiseRuns, setRun } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'
import { applyStagedCredit, prepaidPaidByStage, writeFreePeriods, writeStagedInvoices } from './run-write-store.ts'
import type { StagedSeries } from './run-write-store.ts'
import { invoiceSeries, numbersPerBranch } from './series.ts'
import { readBillingTerms } from './terms-store.ts'

/** Clients of one transaction: large enough to be set-based, small enough that a cashier never waits long for a lock. */
export const CHUNK = 10_000

interface Staged {
  readonly lastClientId: bigint
  readonly count: number
  readonly total: bigint
  readonly bySeries: readonly SeriesCount[]
  readonly parked: readonly Unbillable[]
}

/** The first day that a run of a month no longer bills. */
export const horizonOf = (month: PlainDate): PlainDate => firstDayAfter(monthOf(month))

/**
 * Computes the next chunk of clients into the working tables: set-based where the terms are plain, by `computeInvoice` where they are not.
 * Preview and run both start here, so they cannot differ. Null when no client is left.
 */
async function stageChunk(
  tx: Tx,
  options: { after: bigint; month: PlainDate; issuedOn: PlainDate; scope: RunScope; lock: boolean; limit: number },
): Promise<Staged | null> {
  const horizon = horizonOf(options.month)
  await makeStage(tx)
  const lastClientId = await stageClients(tx, {
    after: options.after,
    limit: options.limit,
    horizon,
    issuedOn: options.issuedOn,
    scope: options.scope,
    lock: options.lock,
  })
  if (lastClientId === null) return null
  await stageLines(tx, horizon)
  const parked: Unbillable[] = await takeOutUnpriced(tx)
  const computed: ComputedInvoice[] = []
  for (const terms of (await readBillingTerms(tx, await complexClients(tx), options.issuedOn)).values()) {
    try {
      computed.push(computeInvoice(terms, horizon))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      parked.push({ clientId: terms.clientId, reason: error.code, detail: error.message })
    }
  }
  await stageComputed(tx, computed)
  return { lastClientId, ...(await stageInvoices(tx, await getSetting(tx, numbersPerBranch))), parked }
}

/**
 * Bills the next chunk of a running run in the caller's transaction: invoices with gap-free numbers, journal, cursors, balances, credit and notices,
 * and the run's own cursor. Repeatable: a chunk that was rolled back (a killed worker) is computed again with the same numbers.
 * Answers whether clients may be left.
 */
export async function runChunk(tx: Tx, runId: bigint, limit = CHUNK): Promise<boolean> {
  await serialiseRuns(tx)
  const run = await lockRun(tx, runId)
  if (run?.state !== 'running') return false
  const staged = await stageChunk(tx, { after: run.cursorClientId, month: run.month, issuedOn: run.issuedOn, scope: scopeOf(run), lock: true, limit })
  if (!staged) return false
  await writeFreePeriods(tx)
  await writeChunk(tx, run, staged)
  await parkClients(tx, runId, staged.parked)
  await advanceRun(tx, runId, { cursor: staged.lastClientId, issued: staged.count, total: staged.total, parked: staged.parked.length })
  return true
}

async function writeChunk(tx: Tx, run: InvoiceRun, staged: Staged): Promise<void> {
  const { id: runId, issuedOn, month } = run
  if (staged.count === 0) {
    await moveStagedCursors(tx)
    return
  }
  const sellerId = await ensureSellerSnapshot(tx)
  const series: StagedSeries[] = []
  for (const { branchId, count } of staged.bySeries) {
    const owner = branchId === 0n ? companySeries : await invoiceSeries(tx, branchId)
    series.push({ branchId, ownerCode: owner.code, ...(await takeNumbers(tx, 'invoice', issuedOn, count, owner)) })
  }
  await writeStagedInvoices(tx, { runId, issuedOn, month, sellerId, series })
  await sumChunk(tx, runId)
  // Credit may also have paid older renewals, whose days begin to count.
  if ((await applyStagedCredit(tx)) > 0) await refreshExpiry(tx, await prepaidPaidByStage(tx))
  await recordEvent(tx, 'invoice_run.chunk_issued', {
    subjectType: 'invoice_run',
    subjectId: runId,
    after: {
      invoices: staged.count,
      total_minor: Number(staged.total),
      first_numbers: series.map(({ first }) => Number(first)),
      last_client_id: Number(staged.lastClientId),
      parked: staged.parked.length,
    },
  })
}

/** Computes the next chunk of a preview into `run_items`, with the run's cursor. Writes no document. Answers whether clients may be left. */
export async function previewChunk(tx: Tx, runId: bigint, limit = CHUNK): Promise<boolean> {
  const run = await lockRun(tx, runId)
  if (run?.state !== 'previewing') return false
  const staged = await stageChunk(tx, { after: run.cursorClientId, month: run.month, issuedOn: run.issuedOn, scope: scopeOf(run), lock: false, limit })
  if (!staged) return false
  await previewStaged(tx, run.id, run.month.subtract({ months: 1 }))
  await previewParked(tx, run.id, staged.parked)
  await parkClients(tx, run.id, staged.parked)
  await setRun(tx, runId, { cursor_client_id: staged.lastClientId })
  return true
}
