import type { Actor } from '../kernel/actor.ts'
import { settableClock } from '../kernel/clock.ts'
import type { SettableClock } from '../kernel/clock.ts'
import { toMinor } from '../kernel/money.ts'
import { firstDay, firstDayAfter, isBefore, monthOf } from '../kernel/time.ts'
import { conn, inTransaction } from '../platform/db/transaction.ts'
import type { Database, Tx } from '../platform/db/tx.ts'
import {
  changePackage,
  chaseOverdue,
  executePreview,
  executeRun,
  executeSuspension,
  issueCreditNote,
  leave,
  listSuspensionRuns,
  pauseSubscription,
  releaseRun,
  releaseSuspension,
  remindClients,
  requestRun,
  resumeSubscription,
  startRun,
} from '../modules/billing/index.ts'
import { checkRegistration, readRegistrationFacts, registerClientsBulk } from '../modules/clients/index.ts'
import { sendMessages } from '../modules/messages/index.ts'
import { renewSubscription, takePayment } from '../modules/payments/index.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { madeUpClient } from './client-facts.ts'
import { debtors, liveLines, newestOpenInvoice } from './story-store.ts'
import type { Debtor, LiveLine } from './story-store.ts'

export interface Story {
  readonly database: Database
  readonly clock: SettableClock
  readonly cast: Cast
  readonly chance: Chance
  /** Acts where no person of the cast does. */
  readonly actor: Actor
  readonly zone: string
  readonly lastDay: Temporal.PlainDate
  readonly signal: AbortSignal | undefined
  /** Clients registered so far. */
  registered: number
  trx: number
}

/** Operations that share a transaction; a made-up past needs no commit of its own for each. */
const BATCH = 40

const at = (story: Story, day: Temporal.PlainDate, hour: number): void => {
  story.clock.set(day.toZonedDateTime({ timeZone: story.zone, plainTime: Temporal.PlainTime.from({ hour, minute: story.chance.below(60) }) }).toInstant())
}

async function inBatches<T>(story: Story, items: readonly T[], actor: Actor, work: (tx: Tx, item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH) {
    story.signal?.throwIfAborted()
    await inTransaction(story.database, { actor, direct: true }, async (tx) => {
      for (const item of items.slice(from, from + BATCH)) await work(tx, item)
    })
  }
}

/** One month of the company's life: joiners, the run, payments through the month, and what else happens to people. */
export async function playMonth(story: Story, month: Temporal.PlainYearMonth, joiners: number): Promise<void> {
  const first = firstDay(month)
  const last = isBefore(story.lastDay, firstDayAfter(month)) ? story.lastDay : firstDayAfter(month).subtract({ days: 1 })
  at(story, first, 1)
  await billMonth(story, first)
  const spread = last.since(first, { largestUnit: 'days' }).days + 1
  const joining = Array.from({ length: joiners }, () => story.chance.below(spread)).sort((a, b) => a - b)
  for (let day = first, n = 0; !isBefore(last, day); day = day.add({ days: 1 }), n += 1) {
    at(story, day, 10)
    const today = day
    await join(story, joining.filter((offset) => offset === n).length, today)
    if ([3, 5, 8, 10, 12, 14, 16, 20, 25].includes(day.day)) await collect(story, day)
    if (day.day % 4 === 0) await renewPrepaid(story, day)
    if (day.day === 12) await changeLives(story, day)
    at(story, day, 11)
    if (day.day % 5 === 0) await chase(story)
    if (isBefore(story.lastDay.subtract({ days: TOLD_DAYS }), day)) await tell(story)
  }
}

async function join(story: Story, count: number, day: Temporal.PlainDate): Promise<void> {
  if (count === 0) return
  story.signal?.throwIfAborted()
  await inTransaction(story.database, { actor: story.actor, direct: true }, async (tx) => {
    const known = await readRegistrationFacts(tx)
    const registrations = Array.from({ length: count }, () => {
      story.registered += 1
      return { registration: checkRegistration(tx, known, madeUpClient(story.cast, story.chance, story.registered, day)) }
    })
    await registerClientsBulk(tx, registrations)
  })
}

async function billMonth(story: Story, first: Temporal.PlainDate): Promise<void> {
  const { database, actor, signal } = story
  const options = { actor, ...(signal ? { signal } : {}) }
  const run = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month: first, scope: {}, startsItself: false }))
  const previewed = await executePreview(database, run.id, options)
  await inTransaction(database, { actor: story.cast.accountant }, async (tx) => {
    // A young company grows by more than the limit; its accountant releases the runs, as a second person would.
    if (previewed.state === 'awaiting_release') await releaseRun(tx, { runId: run.id, typedTotal: previewed.expectedTotal ?? 0n })
    else await startRun(tx, run.id)
  })
  await executeRun(database, run.id, options)
}

/** On collection days some of those who owe pay, most of them before they would be cut; most all of it, a few a part, a few too much. */
async function collect(story: Story, day: Temporal.PlainDate): Promise<void> {
  const monthAgo = day.subtract({ days: 30 })
  const share = day.day <= 14 ? 36 : 22
  // Who has not paid for so long mostly never will.
  const paying = (await debtors(await conn(story.database))).filter(({ oldestDueOn }) => story.chance.percent(isBefore(oldestDueOn, monthAgo) ? 4 : share))
  await inBatches(story, paying, story.actor, async (tx, debtor) => await pay(story, tx, debtor))
}

async function pay(story: Story, tx: Tx, debtor: Debtor): Promise<void> {
  const { chance, cast } = story
  const amount = chance.percent(6) ? debtor.open / 2n + 1n : chance.percent(4) ? debtor.open + 500_00n : debtor.open
  const way = chance.below(10)
  story.trx += 1
  const trxId = `DM${story.trx.toString(36).toUpperCase().padStart(8, '0')}`
  const collector = cast.collectors.find(({ branchId }) => branchId === debtor.branchId) ?? cast.collectors[0]
  const base = { clientId: debtor.clientId, amount: toMinor(amount) }
  if (way < 5 && collector)
    await takePayment({ ...tx, actor: { ...collector.actor, scope: story.actor.scope } }, { ...base, method: 'cash', walletId: collector.walletId })
  else if (way < 8) await takePayment(tx, { ...base, method: 'bkash', walletId: cast.wallets.bkash, trxId })
  else if (way < 9) await takePayment(tx, { ...base, method: 'nagad', walletId: cast.wallets.nagad, trxId })
  else await takePayment(tx, { ...base, method: 'bank', walletId: cast.wallets.bank, trxId })
}

/** Prepaid lines whose cover ends within four days, or has ended, are mostly renewed. */
async function renewPrepaid(story: Story, day: Temporal.PlainDate): Promise<void> {
  const ending = day.add({ days: 4 })
  const due = (await liveLines(await conn(story.database))).filter(
    (line) => line.billingMode === 'prepaid' && (line.expiresOn === null || isBefore(line.expiresOn, ending)) && story.chance.percent(85),
  )
  await inBatches(story, due, story.actor, async (tx, line) => {
    story.trx += 1
    await renewSubscription(tx, {
      subscriptionId: line.id,
      cycles: story.chance.percent(5) ? 3 : 1,
      method: 'bkash',
      walletId: story.cast.wallets.bkash,
      trxId: `DR${story.trx.toString(36).toUpperCase().padStart(8, '0')}`,
    })
  })
}

/** A few change their package, go on holiday and come back, get a credit for a bad week, or leave. */
async function changeLives(story: Story, day: Temporal.PlainDate): Promise<void> {
  const { chance, cast } = story
  const lines = (await liveLines(await conn(story.database))).filter(() => chance.percent(4))
  await inBatches(story, lines, story.actor, async (tx, line: LiveLine) => {
    const what = chance.below(10)
    if (what < 4) {
      const other = chance.pick(cast.packages)
      if (other.id !== line.packageId) await changePackage(tx, { subscriptionId: line.id, packageId: other.id, on: day, reason: 'Asked by phone' })
    } else if (what < 6 && line.billingMode === 'postpaid') {
      await pauseSubscription(tx, { subscriptionId: line.id, from: day, to: null, kind: 'vacation', reason: 'Away from home' })
      await resumeSubscription(tx, { subscriptionId: line.id, on: day.add({ days: 5 + chance.below(10) }) })
    } else if (what < 7) {
      await leave(tx, { subscriptionId: line.id, on: day, reason: 'Moved to another district' })
    }
  })
  const unhappy = (await debtors(await conn(story.database))).filter(() => chance.percent(1))
  await inBatches(story, unhappy, cast.accountant, async (tx, debtor) => {
    const invoiceId = await newestOpenInvoice(tx, debtor.clientId)
    if (invoiceId !== null)
      await issueCreditNote(tx, { invoiceId, kind: 'waiver', reason: 'Line was down for three days', amount: toMinor(50_00), approvedBy: tx.actor.userId })
  })
}

/** The program's own look at who is cut and who comes back. What the breaker holds the accountant looks at and releases. */
export async function chase({ database, cast, actor, signal }: Story): Promise<void> {
  const options = { actor, ...(signal ? { signal } : {}) }
  for (const origin of ['chase', 'expiry'] as const) {
    await chaseOverdue(database, origin, options)
    const [held] = await listSuspensionRuns(database, { origin, state: 'awaiting_release' }, { before: undefined, limit: 1 })
    if (held === undefined) continue
    await inTransaction(database, { actor: cast.accountant }, async (tx) => await releaseSuspension(tx, { runId: held.id, typedClients: held.plannedClients }))
    await executeSuspension(database, held.id, options)
  }
}

/** Since when the company tells its clients: what is older was never sent. */
const TOLD_DAYS = 31

async function tell({ database, actor, signal }: Story): Promise<void> {
  await inTransaction(database, { actor, direct: true }, remindClients)
  await sendMessages(database, { actor, ...(signal ? { signal } : {}) })
}

export const storyClock = (start: Temporal.PlainDate, zone: string): SettableClock =>
  settableClock(start.toZonedDateTime({ timeZone: zone, plainTime: '01:00' }).toInstant())

export const monthsBefore = (day: Temporal.PlainDate, months: number): Temporal.PlainYearMonth[] =>
  Array.from({ length: months + 1 }, (_none, n) => monthOf(day).subtract({ months: months - n }))
