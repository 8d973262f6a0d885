import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { date } from '../../kernel/time.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, aReseller, doing, unique } from '../../testing/factories.ts'
import { changeSettings } from '../settings/index.ts'
import { deleteClient, editClient, readClient, registerClient, restoreClient, revealNid, setFlag } from './index.ts'
import { settings } from './settings.ts'
import { setPppoePassword } from './lines/edit-subscription.ts'
import { revealPppoePassword } from './reveal-secret.ts'
import { endFlags } from './set-flag.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let otherBranchId: bigint
let packageId: bigint

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database, 'DHK')
  otherBranchId = await aBranch(database, 'CTG')
  packageId = (await aPackage(database)).package.id
})

const branchActor = () => anActor({ scope: { kind: 'branches', branchIds: [branchId] } })
const register = (facts: object = {}) =>
  doing(database, (tx) => registerClient(tx, { name: 'Rahim Uddin', phone: '01711000000', branch_id: branchId, ...facts }))
const count = async (table: string) => Number((await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(database.db)).rows[0]?.n)
const events = async (clientId: bigint) =>
  (
    await sql<{
      action: string
      after: unknown
      before: unknown
    }>`select action, before, after from audit_events where client_id = ${clientId} order by at, id`.execute(database.db)
  ).rows

describe('registerClient', () => {
  test('stores the client with a code, a balance at zero, a welcome and an audit row', async () => {
    const { client, subscription } = await register({ phone: '+880 1711-222333', tags: ['fibre', 'fibre'] })
    expect(client).toMatchObject({ code: expect.stringMatching(/^C-\d{6}$/), phone: '01711222333', tags: ['fibre'], joined_on: date('2026-03-10') })
    expect(subscription).toBeNull()
    const { rows } = await sql`select receivable_minor, credit_minor from client_balances where client_id = ${client.id}`.execute(database.db)
    expect(rows).toEqual([{ receivable_minor: 0n, credit_minor: 0n }])
    expect((await events(client.id)).map(({ action }) => action)).toEqual(['client.registered'])
    const { rows: messages } = await sql`select kind from outbox_messages where client_id = ${client.id}`.execute(database.db)
    expect(messages).toEqual([{ kind: 'client-registered' }])
  })

  test('with a line that is in service: terms, package charge, access and a sealed password, all at once', async () => {
    const { client, subscription } = await register({
      subscription: { packageId, pppoe_login: 'rahim01', pppoePassword: 's3cret', activatedOn: date('2026-03-05') },
    })
    expect(subscription).toMatchObject({ state: 'active', activated_on: date('2026-03-05'), has_pppoe_password: true })
    const id = subscription?.id as bigint
    const { rows: charges } = await sql`select item, kind, starts_on, billed_until, ends_on from charges where subscription_id = ${id}`.execute(database.db)
    expect(charges).toEqual([{ item: 'package', kind: 'recurring', starts_on: date('2026-03-05'), billed_until: date('2026-03-05'), ends_on: null }])
    const { rows: terms } = await sql`select starts_on, ends_on from subscription_terms where subscription_id = ${id}`.execute(database.db)
    expect(terms).toEqual([{ starts_on: date('2026-03-05'), ends_on: null }])
    const text = JSON.stringify(await events(client.id), (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))
    expect(text).toContain('subscription.added')
    expect(text).not.toContain('s3cret')
  })

  test('codes follow the pattern of the branch and step over those given by hand', async () => {
    await doing(database, (tx) => changeSettings(tx, { known: settings, values: { 'clients.code_pattern': '{branch}-{n:4}' } }))
    expect((await register()).client.code).toBe('DHK-0001')
    await register({ code: 'DHK-0002' })
    await register({ code: 'DHK-0500' })
    expect((await register()).client.code).toBe('DHK-0501')
    expect((await register({ branch_id: otherBranchId })).client.code).toBe('CTG-0001')
    await doing(database, (tx) => changeSettings(tx, { known: settings, values: { 'clients.code_pattern': 'C-{n:6}' } }))
  })

  test('twenty people registering at once get twenty codes', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => register()))
    expect(new Set(made.map(({ client }) => client.code)).size).toBe(20)
  })

  test('the same code, the same identity and the same login are refused the second time', async () => {
    await register({ code: 'X-1', nid: '1990 1234567890123', subscription: { packageId, pppoe_login: 'Twice' } })
    await expect(register({ code: 'X-1' })).rejects.toMatchObject({ constraint: 'clients_code_key' })
    await expect(register({ nid: '1234567890123' })).rejects.toMatchObject({ constraint: 'clients_nid' })
    await expect(register({ subscription: { packageId, pppoe_login: 'twice' } })).rejects.toMatchObject({ constraint: 'subscriptions_login' })
  })

  test('a failure in the line leaves neither client nor balance nor code behind', async () => {
    const before = { clients: await count('clients'), balances: await count('client_balances'), list: await count('client_list') }
    const { rows: codes } = await sql`select name, next from code_counters order by name`.execute(database.db)
    await expect(register({ subscription: { packageId, static_ip: 'not an address' } })).rejects.toThrow(Invalid)
    expect({ clients: await count('clients'), balances: await count('client_balances'), list: await count('client_list') }).toEqual(before)
    expect((await sql`select name, next from code_counters order by name`.execute(database.db)).rows).toEqual(codes)
  })

  test('a branch registers in its own branch only, and a reseller for himself only', async () => {
    const inOther = doing(database, (tx) => registerClient(tx, { name: 'X', phone: '01711000001', branch_id: otherBranchId }), branchActor())
    await expect(inOther).rejects.toThrow(Invalid)
    const resellerId = await aReseller(database, branchId)
    const reseller = anActor({ scope: { kind: 'reseller', resellerId } })
    await expect(doing(database, (tx) => registerClient(tx, { name: 'X', phone: '01711000001', branch_id: branchId }), reseller)).rejects.toThrow(Invalid)
    const own = await doing(database, (tx) => registerClient(tx, { name: 'X', phone: '01711000001', branch_id: branchId, reseller_id: resellerId }), reseller)
    expect(own.client.reseller_id).toBe(resellerId)
  })

  test.each([
    ['a telephone number that is none', { phone: 'call me' }],
    ['an identity of nine digits', { nid: '123456789' }],
    ['a type of client that does not exist', { client_type: 'alien' }],
    ['a field nobody defined', { custom: { shoe: 42 } }],
    ['a branch that does not exist', { branch_id: 999_999n }],
  ])('%s is refused', async (_what, facts) => {
    await expect(register(facts)).rejects.toThrow(Invalid)
  })

  test('an own price needs the permission and a reason; who may approve has approved it', async () => {
    const give = (permissions: Permission[], reason: string) =>
      doing(
        database,
        (tx) =>
          registerClient(tx, {
            name: 'X',
            phone: '01711000001',
            branch_id: branchId,
            subscription: { packageId, priceOverride: toMinor(80_000), discountReason: reason },
          }),
        anActor({ permissions: new Set(permissions) }),
      )
    await expect(give([], 'friend')).rejects.toThrow(Forbidden)
    await expect(give(['discount.give'], '')).rejects.toThrow(Invalid)
    const { subscription } = await give(['discount.give'], 'friend of the house')
    const { rows } = await sql`select price_override_minor, reason, approved_by from subscription_terms where subscription_id = ${subscription?.id}`.execute(
      database.db,
    )
    expect(rows).toEqual([{ price_override_minor: 80_000n, reason: 'friend of the house', approved_by: null }])
  })
})

describe('editClient', () => {
  test('changes what is given, counts the version and audits only what changed', async () => {
    const { client } = await register({ name: 'Karim', district: 'Dhaka' })
    const after = await doing(database, (tx) => editClient(tx, { clientId: client.id, seenVersion: client.version, changes: { name: 'Karim Mia' } }))
    expect(after).toMatchObject({ name: 'Karim Mia', district: 'Dhaka', version: client.version + 1 })
    const edited = (await events(client.id)).find(({ action }) => action === 'client.edited')
    expect(edited).toMatchObject({ before: { name: 'Karim' }, after: { name: 'Karim Mia' } })
    expect(Object.keys(edited?.after as object)).not.toContain('district')
  })

  test('repeated it writes nothing; with an old version it is refused; outside the branch the client does not exist', async () => {
    const { client } = await register()
    const again = await doing(database, (tx) => editClient(tx, { clientId: client.id, changes: { name: client.name } }))
    expect(again.version).toBe(client.version)
    expect(await events(client.id)).toHaveLength(1)
    await expect(doing(database, (tx) => editClient(tx, { clientId: client.id, seenVersion: 99, changes: { name: 'Y' } }))).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    const { client: far } = await register({ branch_id: otherBranchId })
    await expect(doing(database, (tx) => editClient(tx, { clientId: far.id, changes: { name: 'Y' } }), branchActor())).rejects.toThrow(NotFound)
    await expect(doing(database, (tx) => editClient(tx, { clientId: client.id, changes: { branch_id: otherBranchId } }), branchActor())).rejects.toThrow(
      Invalid,
    )
  })

  test('the national identity is stored sealed, shown masked, revealed with an audit row, and can be taken away', async () => {
    const { client } = await register({ nid: '1122334455' })
    expect(client.nid_last4).toBe('4455')
    const { rows } = await sql<{ nid_sealed: Buffer }>`select nid_sealed from clients where id = ${client.id}`.execute(database.db)
    expect(rows[0]?.nid_sealed.includes('1122334455')).toBe(false)
    expect(await doing(database, (tx) => revealNid(tx, client.id))).toBe('1122334455')
    const log = JSON.stringify(await events(client.id), (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))
    expect(log).toContain('client.nid_revealed')
    expect(log).not.toContain('1122334455')
    await expect(doing(database, (tx) => revealNid(tx, client.id), anActor({ scope: { kind: 'branches', branchIds: [otherBranchId] } }))).rejects.toThrow(
      NotFound,
    )
    await doing(database, (tx) => editClient(tx, { clientId: client.id, changes: { nid: null } }))
    await expect(doing(database, (tx) => revealNid(tx, client.id))).rejects.toThrow(NotFound)
  })
})

test('a PPPoE password is sealed for its line, revealed with an audit row, and can be replaced', async () => {
  const { client, subscription } = await register({ subscription: { packageId, pppoe_login: `u${unique()}`, pppoePassword: 'first-one' } })
  const id = subscription?.id as bigint
  expect(await doing(database, (tx) => revealPppoePassword(tx, id))).toBe('first-one')
  await doing(database, (tx) => setPppoePassword(tx, { subscriptionId: id, password: 'second-one' }))
  expect(await doing(database, (tx) => revealPppoePassword(tx, id))).toBe('second-one')
  const log = JSON.stringify(await events(client.id), (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))
  expect(log).not.toMatch(/first-one|second-one/)
  await doing(database, (tx) => setPppoePassword(tx, { subscriptionId: id, password: null }))
  await expect(doing(database, (tx) => revealPppoePassword(tx, id))).rejects.toThrow(NotFound)
})

describe('flags', () => {
  test('a flag has a reason and a last day, ends by itself after it, and can be set again', async () => {
    const { client } = await register()
    await doing(database, (tx) => setFlag(tx, { clientId: client.id, flag: 'whitelist', isSet: true, until: date('2026-03-11'), reason: 'court' }))
    expect(await doing(database, (tx) => endFlags(tx))).toBe(0)
    clock.set('2026-03-12T00:00:00Z')
    expect(await doing(database, (tx) => endFlags(tx))).toBe(1)
    expect(await doing(database, (tx) => endFlags(tx))).toBe(0)
    expect((await doing(database, (tx) => readClient(tx, tx.actor.scope, client.id)))?.is_whitelisted).toBe(false)
    await expect(doing(database, (tx) => setFlag(tx, { clientId: client.id, flag: 'vip', isSet: true, until: date('2026-03-01') }))).rejects.toThrow(Invalid)
    clock.set('2026-03-10T06:00:00Z')
  })

  test('setting the same flag twice writes one audit row', async () => {
    const { client } = await register()
    await doing(database, (tx) => setFlag(tx, { clientId: client.id, flag: 'vip', isSet: true, reason: 'mayor' }))
    await doing(database, (tx) => setFlag(tx, { clientId: client.id, flag: 'vip', isSet: true, reason: 'mayor' }))
    expect((await events(client.id)).filter(({ action }) => action === 'client.vip_set')).toHaveLength(1)
  })
})

describe('deleteClient', () => {
  test('takes a client without documents out of sight, leaves his lines and frees his login; restore brings him back', async () => {
    const login = `gone${unique()}`
    const { client, subscription } = await register({ nid: '9988776655', subscription: { packageId, pppoe_login: login, activatedOn: date('2026-03-10') } })
    await doing(database, (tx) => deleteClient(tx, { clientId: client.id, reason: 'typed twice' }))
    await doing(database, (tx) => deleteClient(tx, { clientId: client.id, reason: 'typed twice' }))
    const { rows } =
      await sql`select s.state, a.desired_on, h.ends_on from subscriptions s join access a on a.subscription_id = s.id join charges h on h.subscription_id = s.id where s.id = ${subscription?.id}`.execute(
        database.db,
      )
    expect(rows).toEqual([{ state: 'left', desired_on: false, ends_on: date('2026-03-10') }])
    await register({ nid: '9988776655', subscription: { packageId, pppoe_login: login } })
    await expect(doing(database, (tx) => restoreClient(tx, client.id))).rejects.toMatchObject({ constraint: 'clients_nid' })
    expect((await events(client.id)).filter(({ action }) => action === 'client.deleted')).toHaveLength(1)
  })

  test('is refused where there is a payment', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    await sql`insert into wallets (id, code, name, kind) values (900, 'W', 'W', 'office') on conflict do nothing`.execute(database.db)
    await sql`insert into payments (client_id, wallet_id, method, amount_minor, value_on, recorded_at) values (${client.id}, 900, 'cash', 100, '2026-03-10', now())`.execute(
      database.db,
    )
    await expect(doing(database, (tx) => deleteClient(tx, { clientId: client.id, reason: '' }))).rejects.toMatchObject({ code: 'client_has_documents' })
    expect((await doing(database, (tx) => readClient(tx, tx.actor.scope, client.id)))?.deleted_at).toBeNull()
  })
})
