import type { Tx } from '../../../platform/db/tx.ts'
import { setDesiredAccess } from '#modules/access/index.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { rebuildMonths } from '#modules/billing/index.ts'
import {
  forgetFalseHashes,
  linesToProject,
  lockProjections,
  rebuildAccountDays,
  rebuildClientBalances,
  rebuildClientList,
  rebuildExpiry,
  rebuildInvoiceBalances,
  rebuildPaymentBalances,
  rebuildWalletBalances,
} from './rebuild.sql.ts'
import type { ChangedRow } from './rebuild.sql.ts'

export interface Rebuilt {
  readonly projection: string
  readonly changed: number
  /** The first hundred of them. */
  readonly rows: readonly ChangedRow[]
}

const KEPT_ROWS = 100
const BATCH = 5000

/**
 * Derives every projection anew from documents, entries and facts, and writes what differs; the transaction holds up everybody who
 * moves money. Documents and entries themselves are never touched: what is wrong in them stays red. Repeatable: then nothing changes.
 */
export async function rebuildProjections(tx: Tx): Promise<Rebuilt[]> {
  await lockProjections(tx)
  const rebuilt = [
    of('invoice_balances', await rebuildInvoiceBalances(tx)),
    of('payment_balances', await rebuildPaymentBalances(tx)),
    of('client_balances', await rebuildClientBalances(tx)),
    of('wallet_balances', await rebuildWalletBalances(tx)),
    of('account_days', await rebuildAccountDays(tx)),
    of('billing_months', await rebuildMonths(tx)),
    of('subscriptions.expires_on', await rebuildExpiry(tx)),
    of('subscriptions.state and access', await rebuildStates(tx)),
    of('client_list', await rebuildClientList(tx)),
  ]
  const changed = rebuilt.filter((one) => one.changed > 0)
  await recordEvent(tx, 'doctor.projections_rebuilt', {
    subjectType: 'projection',
    subjectId: null,
    after: {
      changed: Object.fromEntries(rebuilt.map((one) => [one.projection, one.changed])),
      first_rows: changed.flatMap((one) => one.rows.slice(0, 10).map((row) => ({ projection: one.projection, ...row }))),
    },
  })
  return rebuilt
}

const of = (projection: string, rows: readonly ChangedRow[]): Rebuilt => ({ projection, changed: rows.length, rows: rows.slice(0, KEPT_ROWS) })

async function rebuildStates(tx: Tx): Promise<ChangedRow[]> {
  const wrong = await linesToProject(tx)
  if (wrong.length === 0) return []
  await forgetFalseHashes(tx)
  const rows: ChangedRow[] = []
  for (let from = 0; from < wrong.length; from += BATCH) {
    for (const line of await setDesiredAccess(tx, wrong.slice(from, from + BATCH))) {
      rows.push({ key: { subscription_id: line.subscription_id }, before: { state: line.before }, after: { state: line.state, desired_on: line.desired_on } })
    }
  }
  return rows
}
