import { Invalid } from '../../kernel/errors.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import type { Charge, ChargeItem, ChargeKind } from './charge.ts'
import { insertCharge } from './store.ts'

export interface OpenCharge {
  readonly clientId: bigint
  readonly subscriptionId?: bigint | null
  readonly kind: ChargeKind
  readonly item: ChargeItem
  readonly description?: string
  /** Thousandths; one piece where not said. */
  readonly quantityMilli?: bigint
  /** Null for the package itself, whose price comes from the terms. */
  readonly unitPrice?: Minor | null
  readonly vatRateId?: bigint | null
  readonly vatInclusive?: boolean
  readonly startsOn: PlainDate
  /** A one-time charge always covers exactly its first day. */
  readonly endsOn?: PlainDate | null
  readonly reason?: string
}

/**
 * Opens a charge with its cursor at its first day. Not repeatable: each call opens another charge.
 * The caller has made sure that the client lies in the person's scope.
 * @throws Invalid 422 where price and item do not fit together.
 */
export async function openCharge(tx: Tx, charge: OpenCharge): Promise<Charge> {
  const isPackage = charge.item === 'package'
  const unitPrice = charge.unitPrice ?? null
  if (isPackage && (unitPrice !== null || charge.kind !== 'recurring' || charge.subscriptionId == null)) {
    throw new Invalid('The package charge is recurring, belongs to a subscription and takes its price from the terms')
  }
  if (!isPackage && unitPrice === null) throw new Invalid('A charge other than the package needs a unit price')
  const opened = await insertCharge(tx, {
    clientId: charge.clientId,
    subscriptionId: charge.subscriptionId ?? null,
    kind: charge.kind,
    item: charge.item,
    description: charge.description ?? '',
    quantityMilli: charge.quantityMilli ?? 1000n,
    unitPrice,
    vatRateId: charge.vatRateId ?? null,
    vatInclusive: charge.vatInclusive ?? false,
    startsOn: charge.startsOn,
    endsOn: charge.kind === 'one_time' ? charge.startsOn.add({ days: 1 }) : (charge.endsOn ?? null),
    reason: charge.reason ?? '',
  })
  await recordEvent(tx, 'charge.opened', { subjectType: 'charge', subjectId: opened.id, clientId: opened.client_id, after: { ...opened } })
  return opened
}
