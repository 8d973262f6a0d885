import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { aBranch, aPackage, doing } from '../../testing/factories.ts'
import { company } from '../../testing/suspensions.ts'
import { changePackage, issueCreditNote, leave } from '../billing/index.ts'
import { makePromise } from '../billing/suspensions/promises.ts'
import { remindClients } from '../billing/suspensions/remind-clients.ts'
import { setFlag } from '../clients/index.ts'
import { notify } from '../notifications/index.ts'
import { refundPayment } from '../payments/refund-payment.ts'
import { reversePayment } from '../payments/reverse-payment.ts'
import { returnDeposit, takeDeposit } from '../payments/deposits.ts'
import { toMinor } from '../../kernel/money.ts'
import { logChannel } from './channel.ts'
import type { Channel, Delivery, Outgoing } from './channel.ts'
import { KINDS } from './kinds.ts'
import { sendMessages } from './send-messages.ts'

const given = await company()
const { actor, at, clock, database, debtor, look, pay, office } = given

const send = async (options: { channels?: Channel[]; batch?: number } = {}) => await sendMessages(database, { actor, ...options })

interface Row {
  id: bigint
  kind: string
  state: string
  why: string | null
  attempts: number
  text: string | null
  locale: string | null
}
const messagesOf = async (clientId: bigint): Promise<Row[]> =>
  (
    await sql<Row>`select o.id, o.kind, o.state, o.why, o.attempts, a.text, a.locale from outbox_messages o
      left join message_attempts a on a.message_id = o.id and a.attempt_no = o.attempts where o.client_id = ${clientId} order by o.id`.execute(database.db)
  ).rows
const theOne = async (clientId: bigint, kind: string): Promise<Row> => {
  const found = (await messagesOf(clientId)).filter((row) => row.kind === kind)
  expect(found).toHaveLength(1)
  return found[0] as Row
}

/** A channel as a provider of text messages is one: what it was handed, and what it says. */
function provider(says: (message: Outgoing) => Delivery | Promise<Delivery>, { knowsKeys = false } = {}) {
  const handed: Outgoing[] = []
  const channel: Channel = {
    name: 'sms',
    addressOf: ({ phone }) => phone,
    knowsKeys,
    batch: 50,
    async send(messages) {
      handed.push(...messages)
      return await Promise.all(messages.map(async (message) => await says(message)))
    },
  }
  return { channel, handed }
}

beforeEach(async () => {
  at('2026-01-02')
  await send()
})

test('each kind of message is said in English and in Bangla, with all that its words name', async () => {
  const said = new Map<string, Set<string>>()
  for (const locale of ['en', 'bn'] as const) {
    at('2026-01-05')
    const { clientId, subscriptionId, invoiceId } = await debtor({ locale })
    const other = await aPackage(database)
    await doing(database, (tx) => changePackage(tx, { subscriptionId, packageId: other.package.id, on: date('2026-01-05'), reason: 'test' }))
    const first = await doing(database, (tx) => issueCreditNote(tx, { invoiceId, kind: 'waiver', reason: 'test', amount: toMinor(10_000), approvedBy: null }))
    expect(first.clientId).toBe(clientId)
    await doing(database, (tx) => takeDeposit(tx, { clientId, amount: toMinor(50_000), walletId: office, method: 'cash', reason: 'test' }))
    await doing(database, (tx) => returnDeposit(tx, { clientId, amount: toMinor(10_000), walletId: office, reason: 'test' }))
    await send()
    at('2026-01-08')
    await doing(database, remindClients)
    await send()
    at('2026-01-12')
    await doing(database, remindClients)
    await send()
    await look('2026-01-14')
    await send()
    const wrong = await pay(clientId, 500_000)
    await send()
    await doing(database, (tx) => refundPayment(tx, { paymentId: wrong.paymentId, amount: toMinor(100), walletId: office, reason: 'test' }))
    const second = await pay(clientId, 100)
    await doing(database, (tx) => reversePayment(tx, { paymentId: second.paymentId, kind: 'mistake', reason: 'test' }))
    await doing(database, async (tx) => {
      await sql`update subscriptions set billing_mode = 'prepaid', expires_on = '2026-01-16' where id = ${subscriptionId}`.execute(tx.db)
      await notify(tx, 'expiry-warning', {
        clientId,
        dedupeKey: `expiry-warning:${subscriptionId}`,
        payload: { subscription_id: subscriptionId, expires_on: '2026-01-16' },
      })
    })
    await send()
    await look('2026-01-17', 'expiry')
    await send()
    await doing(database, (tx) => leave(tx, { subscriptionId, on: date('2026-01-17'), reason: 'test' }))
    await send()
    for (const { kind, state, text, why } of await messagesOf(clientId)) {
      if (state !== 'sent') expect([kind, why]).toEqual(['payment-received', 'reversed'])
      else {
        expect(text, kind).not.toMatch(/[{}]|undefined|null|NaN/)
        expect(/[ঀ-৿]/.test(text ?? ''), `${kind}: ${text}`).toBe(locale === 'bn')
        said.set(kind, (said.get(kind) ?? new Set()).add(locale))
      }
    }
  }
  expect(
    [...said]
      .filter(([, locales]) => locales.size === 2)
      .map(([kind]) => kind)
      .sort(),
  ).toEqual([...KINDS].sort())
})

test('amounts and days are those of the moment of sending, in the client’s digits', async () => {
  const { clientId } = await debtor({ locale: 'bn' })
  await pay(clientId, 25_050)
  await send()
  expect((await theOne(clientId, 'invoice-issued')).text).toContain('৭৪৯.৫০ টাকা')
  expect((await theOne(clientId, 'invoice-issued')).text).toContain('১০ জানুয়ারি ২০২৬')
  expect((await theOne(clientId, 'payment-received')).text).toContain('২৫০.৫০ টাকা')
})

test('what is no longer true when its turn comes is not sent, and says why', async () => {
  const [paid, white, promising, warned] = [await debtor(), await debtor(), await debtor(), await debtor()]
  await send()
  at('2026-01-12')
  await doing(database, remindClients)
  await pay(paid.clientId, 100_000)
  await doing(database, (tx) => setFlag(tx, { clientId: white.clientId, flag: 'whitelist', isSet: true, reason: 'test' }))
  await doing(database, (tx) => makePromise(tx, { clientId: promising.clientId, promisedOn: date('2026-01-18'), note: 'test' }))
  await send()
  const ofWarning = async ({ clientId }: { clientId: bigint }) => await theOne(clientId, 'suspension-warning')
  expect(await ofWarning(paid)).toMatchObject({ state: 'cancelled', why: 'paid', attempts: 0 })
  expect(await ofWarning(white)).toMatchObject({ state: 'cancelled', why: 'exempt' })
  expect(await ofWarning(promising)).toMatchObject({ state: 'cancelled', why: 'promise' })
  expect(await ofWarning(warned)).toMatchObject({ state: 'sent', why: null, attempts: 1 })
  // Cut, and given back before anybody was told of the cut.
  await look('2026-01-14')
  await pay(warned.clientId, 100_000)
  await send()
  expect(await theOne(warned.clientId, 'service-suspended')).toMatchObject({ state: 'cancelled', why: 'restored' })
  expect(await theOne(warned.clientId, 'service-restored')).toMatchObject({ state: 'sent' })
})

test('in quiet hours only what somebody waits for is sent; the rest goes in the morning', async () => {
  const { clientId } = await debtor()
  clock.set('2026-01-02T16:30:00Z')
  await pay(clientId, 10_000)
  await send()
  expect(await theOne(clientId, 'payment-received')).toMatchObject({ state: 'sent' })
  expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'queued', why: 'quiet_hours', attempts: 0 })
  clock.set('2026-01-03T01:59:00Z')
  await send()
  expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'queued' })
  clock.set('2026-01-03T02:00:00Z')
  await send()
  expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'sent', why: null })
})

test('an outbox of old days is not poured out', async () => {
  const { clientId } = await debtor()
  at('2026-01-05')
  expect((await send()).accepted).toBe(0)
  expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'cancelled', why: 'too_late' })
})

test('what a channel does not take is tried again later and later, if it is still true, and has failed in the end', async () => {
  const { clientId } = await debtor()
  const { channel, handed } = provider(() => ({ outcome: 'failed', error: '1007 balance', isFinal: false }))
  await send({ channels: [channel] })
  await send({ channels: [channel] })
  expect(handed.filter(({ key }) => key.length > 0)).toHaveLength(2)
  for (const minutes of [1, 5, 15, 60, 240]) {
    clock.set(clock.now().add({ minutes }).toString())
    await send({ channels: [channel] })
  }
  const { id, ...message } = await theOne(clientId, 'invoice-issued')
  expect(message).toMatchObject({ state: 'failed', why: 'not_taken', attempts: 6 })
  expect(handed.filter(({ key }) => key === `lastmile-${id}`)).toHaveLength(6)
  // A person may send it again; it is looked at anew.
  const admin = await appAs(database, 'admin')
  expect((await admin('POST', `/messages/${id}/sending`)).status).toBe(204)
  await pay(clientId, 100_000)
  await send()
  expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'cancelled', why: 'paid' })
})

test('where nobody knows whether a channel took it, it is not sent again by itself', async () => {
  const { clientId } = await debtor()
  const { channel } = provider(async () => await Promise.reject(new Error('socket hang up')))
  await send({ channels: [channel] })
  clock.set(clock.now().add({ hours: 5 }).toString())
  await send()
  expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'unknown', why: 'not_taken', attempts: 1 })
})

test('a try that was cut off goes out again where the channel knows its key, else nobody knows', async () => {
  const clients = [await debtor(), await debtor()] as const
  const never = new Promise<Delivery>(() => {})
  for (const [n, knowsKeys] of [true, false].entries()) {
    const clientId = clients[n]?.clientId ?? 0n
    await sql`update outbox_messages set not_before = '2026-02-01' where client_id = any(${clients.map((each) => String(each.clientId))}::bigint[]) and client_id <> ${clientId} and state = 'queued'`.execute(
      database.db,
    )
    await sql`update outbox_messages set not_before = ${clock.now()} where client_id = ${clientId} and state = 'queued'`.execute(database.db)
    const { channel, handed } = provider(() => never, { knowsKeys })
    void send({ channels: [channel] })
    await expect.poll(() => handed.length).toBeGreaterThan(0)
    expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'sending' })
    await send()
    expect(await theOne(clientId, 'invoice-issued')).toMatchObject({ state: 'sending' })
    clock.set(clock.now().add({ minutes: 6 }).toString())
    await send({ channels: [{ ...logChannel, name: 'sms', knowsKeys }] })
    expect(await theOne(clientId, 'invoice-issued')).toMatchObject(
      knowsKeys ? { state: 'sent', why: null, attempts: 2 } : { state: 'unknown', why: 'cut_off', attempts: 1 },
    )
  }
})

test('four senders at once hand each message over once', async () => {
  for (let n = 0; n < 12; n += 1) await debtor()
  const { channel, handed } = provider(() => ({ outcome: 'accepted', reference: 'r' }))
  const sent = await Promise.all([1, 2, 3, 4].map(async () => await send({ channels: [channel], batch: 5 })))
  expect(sent.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(handed.length)
  expect(handed.length).toBeGreaterThanOrEqual(24)
  expect(new Set(handed.map(({ key }) => key)).size).toBe(handed.length)
})

test('what waits may be taken back; a branch sees its own messages only', async () => {
  const [here, there] = [await aBranch(database), await aBranch(database)]
  const mine = await debtor({ branchId: here })
  await debtor({ branchId: there })
  const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [here] } })
  const list = await manager('GET', '/messages?state=waiting')
  expect(list.body.items.map(({ client_id }: { client_id: number }) => BigInt(client_id))).toEqual([mine.clientId, mine.clientId])
  const { id } = await theOne(mine.clientId, 'invoice-issued')
  const shown = await manager('GET', `/messages/${id}`)
  expect(shown.body).toMatchObject({ state: 'queued', tries: [], now: { is_true: true, channel: 'log', locale: 'en' }, allowed: { send_again: { ok: false } } })
  const other = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [there] } })
  expect((await other('GET', `/messages/${id}`)).status).toBe(404)
  expect((await other('POST', `/messages/${id}/cancellation`)).status).toBe(404)
  const admin = await appAs(database, 'admin')
  expect((await admin('POST', `/messages/${id}/cancellation`)).status).toBe(204)
  expect((await admin('POST', `/messages/${id}/cancellation`)).status).toBe(409)
  await send()
  expect(await theOne(mine.clientId, 'invoice-issued')).toMatchObject({ state: 'cancelled', why: 'taken_back' })
  const viewer = await appAs(database, 'viewer')
  expect((await viewer('POST', `/messages/${id}/sending`)).status).toBe(403)
})
