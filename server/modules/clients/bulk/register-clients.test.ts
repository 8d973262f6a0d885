import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../../../platform/db/tx.ts'
import { settableClock } from '../../../kernel/clock.ts'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { open } from '../../../platform/secrets/index.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, anActor, aPackage, doing } from '../../../testing/factories.ts'
import { suspendSubscription } from '../lines/suspend-subscription.ts'
import { registerClient } from '../register-client.ts'
import type { RegisterClient } from '../register-client.ts'
import { checkRegistration } from './check-registration.ts'
import { readTaken } from './read-taken.ts'
import { registerClientsBulk } from './register-clients.ts'
import { readRegistrationFacts } from './registration-facts.ts'

const clock = () => settableClock('2026-03-10T06:00:00Z')
const [oneByOne, atOnce] = [await testDatabase({ clock: clock() }), await testDatabase({ clock: clock() })]
const branches = await Promise.all([oneByOne, atOnce].map((database) => aBranch(database, 'HQ')))
const packages = await Promise.all([oneByOne, atOnce].map((database) => aPackage(database, { code: 'P-10', routerProfile: 'home-10' })))
const SUSPENDED = 'was disconnected in the old books'

const rows = (branch_id: bigint, packageId: bigint): (RegisterClient & { suspended?: string })[] => [
  {
    branch_id,
    name: 'রহিমা খাতুন',
    phone: '+880 1712-345678',
    code: 'C-000007',
    nid: '1987 6543 2109 8',
    tags: ['পুরাতন', 'vip', 'vip'],
    joined_on: date('2024-02-29'),
    gender: 'female',
    subscription: {
      packageId,
      pppoe_login: 'Rahima',
      pppoePassword: 'গোপন-১',
      activatedOn: date('2026-03-01'),
      static_ip: '10.0.0.7',
      mac: 'AA-BB-CC-00-11-22',
    },
  },
  { branch_id, name: 'No line', phone: '01812000000', email: 'x@example.org', latitude: 23.7, longitude: 90.4 },
  { branch_id, name: 'Waiting', phone: '01812000001', subscription: { packageId, pppoe_login: 'waiting', joinedOn: date('2026-03-09') } },
  {
    branch_id,
    name: 'Own price "quoted" \\ back',
    phone: '01812000002',
    kind: 'company',
    subscription: {
      packageId,
      activatedOn: date('2026-03-10'),
      priceOverride: toMinor(80_000),
      discountReason: 'old agreement',
      billingMode: 'prepaid',
      anchorDay: 31,
    },
  },
  { branch_id, name: 'Cut', phone: '01812000003', subscription: { packageId, pppoe_login: 'cut', activatedOn: date('2026-03-01') }, suspended: SUSPENDED },
]

/** Every row a registration writes; what is sealed is opened, because sealing the same text twice gives other bytes. */
async function everything(database: Database): Promise<Record<string, unknown[]>> {
  const dump = async (query: string) =>
    (await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from (${sql.raw(query)}) t`.execute(database.db)).rows.map(({ row }) => row)
  const sealed = await sql<{
    id: bigint
    sealed: Buffer
  }>`select id, pppoe_password_sealed as sealed from subscriptions where pppoe_password_sealed is not null`.execute(database.db)
  return {
    clients: (await dump('select * from clients order by id')).map((row) => ({ ...row, nid_sealed: row['nid_sealed'] !== null })),
    subscriptions: (await dump('select * from subscriptions order by id')).map((row) => ({ ...row, pppoe_password_sealed: null })),
    passwords: sealed.rows.map(({ id, sealed: bytes }) => open(bytes, `subscriptions:${id}:pppoe_password`)),
    terms: await dump('select * from subscription_terms order by 1, 2'),
    charges: await dump('select * from charges order by id'),
    // The one difference there may be: a line that came active was never told to be off, so its revision is 1.
    access: await dump('select subscription_id, desired_on, profile, static_ip, hash, applied_revision from access order by 1'),
    reasons: await dump('select * from access_reasons order by 1, 2'),
    balances: await dump('select * from client_balances order by 1'),
    tags: await dump('select * from client_tags order by 1'),
    counters: await dump('select * from code_counters order by 1'),
    list: await dump('select * from client_list order by 1, 2'),
    audit: await dump(`select at, actor_kind, actor_name, action, subject_type, subject_id, client_id, branch_id, reseller_id, before, after from audit_events
      where action not like 'package%' order by action, subject_id`),
  }
}

const bulk = (database: Database, given: ReturnType<typeof rows>, actor = anActor()) =>
  doing(
    database,
    async (tx) => {
      const known = await readRegistrationFacts(tx)
      return registerClientsBulk(
        tx,
        given.map(({ suspended, ...row }) => ({ registration: checkRegistration(tx, known, row), suspended: suspended ?? null })),
      )
    },
    actor,
  )

test('many clients registered at once leave the same rows as each of them registered alone', async () => {
  for (const { suspended, ...row } of rows(branches[0] as bigint, packages[0]?.package.id as bigint)) {
    await doing(oneByOne, async (tx) => {
      const { subscription } = await registerClient(tx, { ...row, isWelcomed: false })
      if (suspended !== undefined && subscription !== null)
        await suspendSubscription(tx, { subscriptionId: subscription.id, reason: 'manual', note: suspended })
    })
  }
  const registered = await bulk(atOnce, rows(branches[1] as bigint, packages[1]?.package.id as bigint))
  expect(registered.map(({ chargeId }) => chargeId !== null)).toEqual([true, false, false, true, true])
  const [expected, found] = [await everything(oneByOne), await everything(atOnce)]
  for (const table of Object.keys(expected)) expect(found[table], table).toEqual(expected[table])
  expect(expected['clients']).toHaveLength(5)
})

test('what is taken is known before, and a whole batch goes in or nothing of it', async () => {
  const [first] = rows(branches[1] as bigint, packages[1]?.package.id as bigint)
  const again = { ...(first as RegisterClient), code: 'C-NEW' }
  const taken = await doing(atOnce, async (tx) => readTaken(tx, [checkRegistration(tx, await readRegistrationFacts(tx), again)]))
  expect(taken[0]?.errors.map(({ field }) => field)).toEqual(['pppoe_login', 'static_ip', 'nid'])
  const before = await sql<{ n: bigint }>`select count(*) as n from clients`.execute(atOnce.db)
  await expect(bulk(atOnce, [{ branch_id: branches[1] as bigint, name: 'Fine', phone: '01912000000' }, again])).rejects.toThrow(
    /clients_nid|subscriptions_login/,
  )
  expect((await sql<{ n: bigint }>`select count(*) as n from clients`.execute(atOnce.db)).rows).toEqual(before.rows)
})

test('all that does not fit is named at once, by the rules of a single registration', async () => {
  const known = doing(atOnce, async (tx) => {
    try {
      checkRegistration(tx, await readRegistrationFacts(tx), {
        branch_id: 999n,
        name: 'X',
        phone: 'abc',
        nid: '12',
        subscription: { packageId: 999n, pppoe_login: 'two words', activatedOn: date('2026-03-11') },
      })
      return []
    } catch (error) {
      return (error as { details: { errors: { field: string }[] } }).details.errors.map(({ field }) => field)
    }
  })
  expect(await known).toEqual(['branch_id', 'phone', 'nid', 'package_id', 'activated_on', 'pppoe_login'])
})

test('a branch manager registers nobody in another branch, and codes given by hand are stepped over', async () => {
  const branch_id = branches[1] as bigint
  const elsewhere = anActor({ scope: { kind: 'branches', branchIds: [branch_id + 1n] } })
  await expect(bulk(atOnce, [{ branch_id, name: 'Not his', phone: '01912000001' }], elsewhere)).rejects.toThrow('Some fields do not fit')
  const registered = await bulk(atOnce, [
    { branch_id, name: 'A', phone: '01912000002' },
    { branch_id, name: 'B', phone: '01912000003', code: 'C-000050' },
    { branch_id, name: 'C', phone: '01912000004' },
  ])
  const { rows: found } = await sql<{
    code: string
  }>`select code from clients where id = any(${registered.map(({ clientId }) => clientId.toString())}::bigint[]) order by id`.execute(atOnce.db)
  expect(new Set(found.map(({ code }) => code)).size).toBe(3)
  expect(found[1]?.code).toBe('C-000050')
})
