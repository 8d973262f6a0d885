import { AppError, Conflict, NotFound } from '../../../kernel/errors.ts'
import { add, ZERO } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import { inSavepoint } from '../../../platform/db/savepoint.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { creditInvoice } from '#modules/billing/index.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { selectIncident } from '../incidents-store.ts'
import { lockWaiting, selectTotals, selectWaitingClients, updateImpossible, updateIssued, updateRejected } from './credits-store.ts'
import type { WaitingCredit } from './credits-store.ts'

/** As many credit notes as are issued in one go: they share one counter, for which others wait. */
const MOST = 200

export interface Decide {
  readonly incidentId: bigint
  /** Null: all that wait. */
  readonly ids: readonly bigint[] | null
}

export interface ApprovedCredits {
  readonly issued: number
  readonly issued_minor: Minor
  /** Could not be issued any more; each row says why. */
  readonly refused: number
  /** Wait still: ask again. */
  readonly left: number
}

/**
 * Issues what was prepared as credit notes, the first 200. One that the invoice does not allow any more is marked with the reason and stops nobody.
 * A line gets one for an incident: what is decided is not decided again. @throws NotFound 404; `nothing_waits` 409.
 */
export async function approveCredits(tx: Tx, { incidentId, ids }: Decide): Promise<ApprovedCredits> {
  const incident = await selectIncident(tx, tx.actor.scope, incidentId)
  if (incident === undefined) throw NotFound.of('incident', incidentId)
  const clientIds = await selectWaitingClients(tx, incidentId, { ids, limit: MOST })
  await lockClientBalances(tx, clientIds)
  const waiting = (await lockWaiting(tx, incidentId, { ids, clientIds })).slice(0, MOST)
  if (waiting.length === 0) throw nothingWaits()
  let issued = 0
  let total = ZERO
  for (const credit of waiting) {
    const made = await issueOne(tx, credit, { incidentId, reason: reasonOf(incident) })
    if (made === null) continue
    issued += 1
    total = add(total, made)
  }
  const { drafts } = await selectTotals(tx, tx.actor.scope, incidentId)
  await recordEvent(tx, 'incident.credits_approved', {
    subjectType: 'incident',
    subjectId: incidentId,
    branchId: incident.branch_id,
    after: { issued, issued_minor: total, refused: waiting.length - issued },
  })
  return { issued, issued_minor: total, refused: waiting.length - issued, left: ids === null ? drafts : 0 }
}

/** What was credited; null where the invoice did not allow it. */
async function issueOne(tx: Tx, credit: WaitingCredit, { incidentId, reason }: { incidentId: bigint; reason: string }): Promise<Minor | null> {
  try {
    return await inSavepoint(tx, async () => {
      const note = await creditInvoice(tx, {
        invoiceId: credit.invoice_id,
        kind: 'outage',
        reason,
        approvedBy: tx.actor.userId,
        lines: [{ lineNo: credit.line_no, amount: credit.total_minor }],
      })
      await updateIssued(tx, credit.id, note.creditNoteId)
      return note.total
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await updateImpossible(tx, credit.id, error.code)
    await recordEvent(tx, 'incident.credit_refused', {
      subjectType: 'incident',
      subjectId: incidentId,
      clientId: credit.client_id,
      after: { subscription_id: credit.subscription_id, why: error.code },
    })
    return null
  }
}

/** What was prepared is not given. @throws NotFound 404; `nothing_waits` 409. */
export async function rejectCredits(tx: Tx, { incidentId, ids, reason }: Decide & { readonly reason: string }): Promise<number> {
  const incident = await selectIncident(tx, tx.actor.scope, incidentId)
  if (incident === undefined) throw NotFound.of('incident', incidentId)
  const clientIds = await selectWaitingClients(tx, incidentId, { ids, limit: 100_000 })
  const waiting = await lockWaiting(tx, incidentId, { ids, clientIds })
  if (waiting.length === 0) throw nothingWaits()
  await updateRejected(
    tx,
    waiting.map(({ id }) => id),
    reason,
  )
  await recordEvent(tx, 'incident.credits_rejected', {
    subjectType: 'incident',
    subjectId: incidentId,
    branchId: incident.branch_id,
    after: { rejected: waiting.length, subscription_ids: waiting.slice(0, 200).map(({ subscription_id }) => Number(subscription_id)), reason },
  })
  return waiting.length
}

const nothingWaits = (): Conflict => new Conflict('nothing_waits', 'None of this waits for a decision any more')

const reasonOf = ({ id, began_at }: { id: bigint; began_at: Temporal.Instant }): string => `Incident ${id}, ${began_at.toString().slice(0, 10)}`
