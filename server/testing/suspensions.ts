import { sql } from 'kysely'
import type { SettableClock } from '../kernel/clock.ts'
import { settableClock } from '../kernel/clock.ts'
import { toMinor } from '../kernel/money.ts'
import { date } from '../kernel/time.ts'
import { chaseOverdue, issueInvoice } from '../modules/billing/index.ts'
import { changeSettings } from '../modules/settings/index.ts'
import type { Setting } from '../modules/settings/index.ts'
import { settings } from '../modules/billing/settings.ts'
import { takePayment } from '../modules/payments/index.ts'
import type { TestDatabase } from './database.ts'
import { testDatabase } from './database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from './factories.ts'
import { aWallet, partitionsBetween } from './money.ts'

export interface Debtor {
  readonly clientId: bigint
  readonly subscriptionId: bigint
  readonly invoiceId: bigint
}

export interface DebtorFacts {
  readonly branchId?: bigint
  readonly routerId?: bigint
  readonly policyId?: bigint
  readonly locale?: 'en' | 'bn'
  /** The day of the bill; 1 January where left out. */
  readonly issuedOn?: string
}

/**
 * A company whose bills of 1,000.00 are issued on 1 January 2026, due on the 10th, with 3 days of grace: late from the 14th on. Its breaker has been looked at before,
 * so that nothing is held for being the first time.
 */
export async function company({ startsOn = '2026-01-01' }: { startsOn?: string } = {}) {
  const clock: SettableClock = settableClock(`${startsOn}T06:00:00Z`)
  const database: TestDatabase = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2027-01-01')
  const branchId = await aBranch(database)
  const { package: sold } = await aPackage(database, { price: toMinor(100_000) })
  const office = await aWallet(database, { code: 'OFFICE', branchId })
  await sql`update billing_policies set due_days = 9, grace_days = 3 where is_default`.execute(database.db)
  const actor = anActor()

  /** Noon in Dhaka of a day. */
  const at = (day: string): void => clock.set(`${day}T06:00:00Z`)
  const chase = async (origin: 'chase' | 'expiry' = 'chase') => await chaseOverdue(database, origin, { actor, chunk: 2 })
  /** As if the look before had been an hour ago: what an hourly job leaves behind. */
  const looked = async () =>
    await sql`update suspension_breaker set hold = null, held_since = null, looked_at = ${clock.now().subtract({ minutes: 60 })},
      database_identity = (select system_identifier from pg_control_system()) || '/' || (select timeline_id from pg_control_checkpoint()) || '/' || (select oid from pg_database where datname = current_database())`.execute(
      database.db,
    )
  const look = async (day: string, origin: 'chase' | 'expiry' = 'chase') => {
    at(day)
    await looked()
    return await chase(origin)
  }
  const set = async (values: Record<string, unknown>) =>
    await doing(database, async (tx) => await changeSettings(tx, { known: settings as readonly Setting[], values }))

  const debtor = async ({ branchId: branch = branchId, routerId, policyId, locale = 'en', issuedOn = '2026-01-01' }: DebtorFacts = {}): Promise<Debtor> => {
    const { client, subscription } = await aClient(database, {
      branch_id: branch,
      locale,
      joined_on: date(issuedOn),
      subscription: {
        packageId: sold.id,
        joinedOn: date(issuedOn),
        activatedOn: date(issuedOn),
        ...(routerId === undefined ? {} : { router_id: routerId }),
        ...(policyId === undefined ? {} : { billing_policy_id: policyId }),
      },
    })
    const invoice = await bill(client.id, issuedOn)
    return { clientId: client.id, subscriptionId: subscription?.id as bigint, invoiceId: invoice }
  }
  const bill = async (clientId: bigint, issuedOn: string): Promise<bigint> => {
    const until = date(issuedOn).with({ day: 1 }).add({ months: 1 })
    const issued = await doing(database, async (tx) => await issueInvoice(tx, { clientId, until, issuedOn: date(issuedOn) }))
    if (issued === null) throw new Error('nothing was billed')
    return issued.invoiceId
  }
  const pay = async (clientId: bigint, amount: number) =>
    await doing(database, async (tx) => await takePayment(tx, { clientId, amount: toMinor(amount), method: 'cash', walletId: office }))

  /** Why a line has no service, in the order of the alphabet. */
  const reasons = async (subscriptionId: bigint): Promise<string[]> =>
    (await sql<{ reason: string }>`select reason from access_reasons where subscription_id = ${subscriptionId} order by reason`.execute(database.db)).rows.map(
      ({ reason }) => reason,
    )
  const isCut = async ({ subscriptionId }: { subscriptionId: bigint }): Promise<boolean> => (await reasons(subscriptionId)).includes('billing')
  const notices = async (clientId: bigint): Promise<string[]> =>
    (await sql<{ kind: string }>`select kind from outbox_messages where client_id = ${clientId} order by id`.execute(database.db)).rows.map(({ kind }) => kind)

  return { clock, database, branchId, packageId: sold.id, office, actor, at, chase, looked, look, set, debtor, bill, pay, reasons, isCut, notices }
}

export type Company = Awaited<ReturnType<typeof company>>
