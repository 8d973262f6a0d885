import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { seal } from '../../../platform/secrets/index.ts'
import { addReason, setDesiredAccess } from '../../access/index.ts'
import { recordEvents } from '../../audit/index.ts'
import type { BulkEvent } from '../../audit/index.ts'
import { openChargesBulk } from '../../charges/index.ts'
import { openClientBalances } from '../../ledger/index.ts'
import type { Client } from '../client.ts'
import { auditedClient, sealNid } from '../client-facts.ts'
import { passwordAad } from '../lines/line.ts'
import type { Subscription } from '../lines/line.ts'
import { upsertTags } from '../store.ts'
import { insertClients, insertLines, insertNewTerms, takeIds } from './bulk.sql.ts'
import type { CheckedRegistration } from './check-registration.ts'
import { takeClientCodes } from './take-codes.ts'

export interface BulkRegistration {
  readonly registration: CheckedRegistration
  /** The line comes suspended by the staff, with this note. */
  readonly suspended?: string | null
}

export interface BulkRegistered {
  readonly clientId: bigint
  readonly subscriptionId: bigint | null
  /** The package charge of a line in service. */
  readonly chargeId: bigint | null
}

/**
 * Registers many clients, each with his first line, in a dozen statements: the same rows and audit as `registerClient` without a
 * welcome for each of them, which a test holds. All of them or, when it throws, none. Not repeatable.
 * @throws the constraint errors of `registerClient`.
 */
export async function registerClientsBulk(tx: Tx, given: readonly BulkRegistration[]): Promise<BulkRegistered[]> {
  if (given.length === 0) return []
  const codes = await takeClientCodes(
    tx,
    given.map(({ registration }) => registration),
  )
  const clientIds = await takeIds(tx, 'clients', given.length)
  const clients = await insertClients(
    tx,
    given.map(({ registration }, n) => {
      const id = clientIds[n] as bigint
      return { id, facts: { ...registration.facts, code: codes[n] as string }, nid: sealNid(id, registration.nid) }
    }),
  )
  await openClientBalances(tx, clientIds)
  await upsertTags(tx, [...new Set(clients.flatMap(({ tags }) => tags))])
  await recordEvents(tx, clients.map(registeredEvent))
  const lines = await addLines(tx, given, clients)
  return clients.map(({ id }) => {
    const subscriptionId = lines.ids.get(id) ?? null
    return { clientId: id, subscriptionId, chargeId: subscriptionId === null ? null : (lines.charges.get(subscriptionId) ?? null) }
  })
}

const registeredEvent = (client: Client): BulkEvent => ({
  action: 'client.registered',
  subjectType: 'client',
  subjectId: client.id,
  clientId: client.id,
  branchId: client.branch_id,
  resellerId: client.reseller_id,
  after: auditedClient(client),
})

interface AddedLines {
  readonly ids: ReadonlyMap<bigint, bigint>
  readonly charges: ReadonlyMap<bigint, bigint>
}

async function addLines(tx: Tx, given: readonly BulkRegistration[], clients: readonly Client[]): Promise<AddedLines> {
  const wanted = given.flatMap(({ registration: { line }, suspended }, n) =>
    line === null ? [] : [{ line, suspended: suspended ?? null, client: clients[n] as Client }],
  )
  const ids = await takeIds(tx, 'subscriptions', wanted.length)
  const rows = wanted.map(({ line, suspended, client }, n) => {
    const id = ids[n] as bigint
    return { ...line, id, clientId: client.id, suspended, client, passwordSealed: line.password === null ? null : seal(line.password, passwordAad(id)) }
  })
  const pending = await insertLines(tx, rows)
  await insertNewTerms(tx, rows)
  await recordEvents(
    tx,
    rows.map((row, n) => addedEvent(row, pending[n] as Subscription)),
  )
  const inService = rows.filter(({ activatedOn }) => activatedOn !== null)
  const charges = await openChargesBulk(
    tx,
    inService.map(({ clientId, id, activatedOn, startsOn }) => ({ clientId, subscriptionId: id, startsOn: activatedOn ?? startsOn, reason: 'activated' })),
  )
  // Projected once, with everything known: no device was told anything in between.
  const suspended = inService.filter((row) => row.suspended !== null)
  for (const [note, group] of Map.groupBy(suspended, (row) => row.suspended as string))
    await addReason(
      tx,
      group.map(({ id }) => id),
      'manual',
      { note },
    )
  const asleep = new Set(suspended.map(({ id }) => id))
  await setDesiredAccess(
    tx,
    ids.filter((id) => !asleep.has(id)),
  )
  await recordEvents(tx, inService.flatMap(serviceEvents))
  return {
    ids: new Map(rows.map(({ clientId, id }) => [clientId, id])),
    charges: new Map(charges.map(({ subscription_id, id }) => [subscription_id as bigint, id])),
  }
}

interface NewRow {
  readonly id: bigint
  readonly client: Client
  readonly suspended: string | null
  readonly versionId: bigint
  readonly price: NonNullable<CheckedRegistration['line']>['price']
  readonly activatedOn: PlainDate | null
}

const subject = ({ id, client }: NewRow) => ({ subjectType: 'subscription', subjectId: id, clientId: client.id }) as const

const addedEvent = (row: NewRow, pending: Subscription): BulkEvent => ({
  action: 'subscription.added',
  ...subject(row),
  branchId: row.client.branch_id,
  resellerId: row.client.reseller_id,
  after: { ...pending, package_version_id: row.versionId, ...row.price },
})

function serviceEvents(row: NewRow): BulkEvent[] {
  const activated: BulkEvent = {
    action: 'subscription.activated',
    ...subject(row),
    before: { state: 'pending' },
    after: { state: 'active', activated_on: row.activatedOn },
  }
  if (row.suspended === null) return [activated]
  return [
    activated,
    {
      action: 'subscription.suspended',
      ...subject(row),
      before: { state: 'active' },
      after: { state: 'suspended', reason: 'manual', note: row.suspended, until: null },
    },
  ]
}
