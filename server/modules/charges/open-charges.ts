import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvents } from '../audit/index.ts'
import type { Charge } from './charge.ts'
import { insertPackageCharges } from './store.ts'

export interface OpenPackageCharge {
  readonly clientId: bigint
  readonly subscriptionId: bigint
  readonly startsOn: PlainDate
  readonly reason: string
}

/**
 * Opens the package charges of many new lines in two statements: the same rows and audit as one `openCharge` for each of them.
 * Not repeatable. The caller has made sure that the clients lie in the person's scope.
 */
export async function openChargesBulk(tx: Tx, charges: readonly OpenPackageCharge[]): Promise<Charge[]> {
  if (charges.length === 0) return []
  const opened = await insertPackageCharges(tx, charges)
  await recordEvents(
    tx,
    opened.map((charge) => ({ action: 'charge.opened', subjectType: 'charge', subjectId: charge.id, clientId: charge.client_id, after: { ...charge } })),
  )
  return opened
}
