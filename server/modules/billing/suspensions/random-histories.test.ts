import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { doing } from '../../../testing/factories.ts'
import { company } from '../../../testing/suspensions.ts'
import type { Company } from '../../../testing/suspensions.ts'
import { restoreSubscription, setAutoControl, setFlag } from '../../clients/index.ts'
import { reversePayment } from '../../payments/index.ts'
import { creditInvoice, voidInvoice } from '../index.ts'
import { makePromise } from './promises.ts'

/**
 * Random histories of a small company, day by day, against an oracle that knows nothing of the program: it keeps bills and money as plain numbers and asks the rule
 * of docs/BILLING.md of each line every day. What is cut must be the same on every evening.
 */

function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

interface Bill {
  readonly id: bigint
  readonly dueDay: number
  open: number
}

interface Subject {
  readonly clientId: bigint
  readonly subscriptionId: bigint
  readonly grace: number
  readonly bills: Bill[]
  credit: number
  /** Last days, as days of the history; -1 never. */
  white: number
  vip: number
  free: number
  promise: number
  promiseDay: number
  isCut: boolean
  cutOn: number
  byHandOn: number
  cutLeast: number
  readonly payments: { readonly id: bigint; readonly amount: number; readonly parts: { bill: Bill; amount: number }[]; isReversed: boolean }[]
}

const FIRST = date('2026-01-01')
const dayOf = (n: number): string => FIRST.add({ days: n }).toString()

const late = (subject: Subject, today: number): number => subject.bills.reduce((sum, bill) => (bill.dueDay + subject.grace < today ? sum + bill.open : sum), 0)

function isExempt(subject: Subject, today: number): boolean {
  return subject.white >= today || subject.vip >= today || subject.free >= today || subject.promise >= today
}

/** By the terms of the cut while it stands. */
const owesEnough = (subject: Subject, today: number, least: number): boolean => late(subject, today) - subject.credit >= Math.max(least, 1)

/** Money that waits pays open bills, the oldest first: at the end of a new bill and of a credit note, and nowhere else. */
function applyCredit(subject: Subject): void {
  for (const bill of subject.bills) {
    const part = Math.min(subject.credit, bill.open)
    bill.open -= part
    subject.credit -= part
  }
}

/** What a payment, a credit or a promise gives back at once. */
function settle(subject: Subject, today: number): void {
  if (subject.isCut && (!owesEnough(subject, today, subject.cutLeast) || isExempt(subject, today))) subject.isCut = false
}

/** The look of a day: promises, giving back, cutting. */
function look(subject: Subject, today: number, isRest: boolean, least: number): void {
  if (subject.promise >= 0) {
    const isKept =
      subject.bills.every((bill) => bill.open === 0 || bill.dueDay >= today || bill.dueDay >= subject.promiseDay) || !owesNow(subject, today, least)
    if (isKept || subject.promise < today) subject.promise = -1
  }
  settle(subject, today)
  if (isRest || subject.isCut || isExempt(subject, today) || !owesEnough(subject, today, least)) return
  if (subject.cutOn === today || subject.byHandOn === today) return
  subject.isCut = true
  subject.cutOn = today
  subject.cutLeast = least
}

/** A promise is over when nothing late or in its grace is owed any more. */
function owesNow(subject: Subject, today: number, least: number): boolean {
  const overdue = subject.bills.some((bill) => bill.open > 0 && bill.dueDay < today)
  if (!overdue) return false
  if (late(subject, today) === 0) return true
  return owesEnough(subject, today, subject.isCut ? subject.cutLeast : least)
}

async function play(it: Company, seed: number, days: number): Promise<void> {
  const random = seeded(seed)
  const { rows } = await sql<{ id: bigint; grace: number }>`select id, grace_days as grace from billing_policies order by id`.execute(it.database.db)
  const subjects: Subject[] = []
  for (let n = 0; n < 8; n += 1) {
    const policy = rows[random(rows.length)] as { id: bigint; grace: number }
    it.at(dayOf(0))
    const { clientId, subscriptionId, invoiceId } = await it.debtor({ policyId: policy.id })
    const bills: Bill[] = [{ id: invoiceId, dueDay: 9, open: 100_000 }]
    const never = { white: -1, vip: -1, free: -1, promise: -1, promiseDay: -1, cutOn: -1, byHandOn: -1 }
    subjects.push({ clientId, subscriptionId, grace: policy.grace, bills, credit: 0, ...never, isCut: false, cutLeast: 0, payments: [] })
  }
  let least = 0
  for (let today = 1; today <= days; today += 1) {
    it.at(dayOf(today))
    if (today % 9 === 0) {
      least = [0, 30_000, 100_000][random(3)] as number
      await it.set({ 'suspension.min_due_minor': least })
    }
    if (date(dayOf(today)).day === 1)
      for (const subject of subjects) {
        const id = await it.bill(subject.clientId, dayOf(today))
        const fresh = { id, dueDay: today + 9, open: 100_000 }
        subject.bills.push(fresh)
        applyCredit(subject)
      }
    for (const subject of subjects) await act(it, subject, today, random)
    const isRest = date(dayOf(today)).dayOfWeek === 5
    for (const subject of subjects) look(subject, today, isRest, least)
    await it.looked()
    await it.chase()
    const { rows: cut } = await sql<{ id: bigint }>`select subscription_id as id from access_reasons where reason = 'billing' order by 1`.execute(
      it.database.db,
    )
    const known = new Set(subjects.map(({ subscriptionId }) => subscriptionId))
    const expected = subjects.filter(({ isCut }) => isCut).map(({ subscriptionId }) => Number(subscriptionId))
    expect({ seed, day: dayOf(today), cut: cut.filter(({ id }) => known.has(id)).map(({ id }) => Number(id)) }).toEqual({
      seed,
      day: dayOf(today),
      cut: expected,
    })
  }
}

async function act(it: Company, subject: Subject, today: number, random: (below: number) => number): Promise<void> {
  const { database } = it
  const open = subject.bills.filter((bill) => bill.open > 0)
  switch (random(16)) {
    case 0:
    case 1: {
      const amount = 1 + random(180_000)
      const taken = await it.pay(subject.clientId, amount)
      const parts: { bill: Bill; amount: number }[] = []
      let left = amount
      for (const bill of open) {
        const part = Math.min(left, bill.open)
        if (part === 0) continue
        bill.open -= part
        left -= part
        parts.push({ bill, amount: part })
      }
      subject.credit += left
      subject.payments.push({ id: taken.paymentId, amount, parts, isReversed: false })
      return settle(subject, today)
    }
    case 2: {
      // Money that became credit and was used since is left alone: the oracle does not follow single coins.
      const last = subject.payments.findLast(({ isReversed, amount, parts }) => !isReversed && parts.reduce((sum, part) => sum + part.amount, 0) === amount)
      if (last === undefined) return
      last.isReversed = true
      await doing(database, async (tx) => await reversePayment(tx, { paymentId: last.id, kind: 'bounced', reason: 'test' }))
      for (const { bill, amount } of last.parts) bill.open += amount
      return
    }
    case 3: {
      const [bill] = open
      if (bill === undefined) return
      const amount = 1 + random(bill.open)
      await doing(database, async (tx) => await creditInvoice(tx, { invoiceId: bill.id, kind: 'correction', reason: 'test', amount: toMinor(amount) }))
      bill.open -= amount
      applyCredit(subject)
      return settle(subject, today)
    }
    case 4: {
      const untouched = open.find((bill) => bill.open === 100_000 && !subject.payments.some(({ parts }) => parts.some((part) => part.bill === bill)))
      if (untouched === undefined) return
      await doing(database, async (tx) => await voidInvoice(tx, { invoiceId: untouched.id, reason: 'test' }))
      untouched.open = 0
      settle(subject, today)
      // What was given back is billed again at the next bill; it is made at once, so that bills and months stay one to one.
      const again = await it.bill(subject.clientId, dayOf(today))
      subject.bills.push({ id: again, dueDay: today + 9, open: 100_000 })
      applyCredit(subject)
      return
    }
    case 5:
    case 6:
    case 7: {
      const until = today + random(6)
      const facts = { until: date(dayOf(until)), reason: 'test' }
      const which = random(3)
      if (which === 0) {
        await doing(database, async (tx) => await setFlag(tx, { clientId: subject.clientId, flag: 'whitelist', isSet: true, ...facts }))
        subject.white = until
        subject.isCut = false
      } else if (which === 1) {
        await doing(database, async (tx) => await setFlag(tx, { clientId: subject.clientId, flag: 'vip', isSet: true, ...facts }))
        subject.vip = until
      } else {
        await doing(database, async (tx) => await setAutoControl(tx, { subscriptionId: subject.subscriptionId, isOn: false, ...facts }))
        subject.free = until
        subject.isCut = false
      }
      return
    }
    case 8:
    case 9: {
      const until = today + random(7)
      const made = await doing(
        database,
        async (tx) => await makePromise(tx, { clientId: subject.clientId, promisedOn: date(dayOf(until)), note: 'test' }),
      ).catch((error: { code: string }) => {
        if (error.code !== 'promise_open' && error.code !== 'nothing_overdue') throw error
        return null
      })
      if (made === null) return
      subject.promise = until
      subject.promiseDay = today
      return settle(subject, today)
    }
    case 10: {
      if (!subject.isCut) return
      await doing(database, async (tx) => await restoreSubscription(tx, { subscriptionId: subject.subscriptionId, reason: 'billing' }))
      subject.isCut = false
      subject.byHandOn = today
      return
    }
    default:
  }
}

test('random histories: who is cut on every evening is who an independent reckoning of the rule says', { timeout: 180_000 }, async () => {
  const it = await company()
  await sql`insert into billing_policies (code, name, due_days, grace_days) values ('SHORT', 'Short', 9, 0), ('LONG', 'Long', 9, 14)`.execute(it.database.db)
  await it.set({ 'suspension.rest_weekdays': ['friday'], 'suspension.promises_allowed': 100 })
  for (const seed of [20260105, 99]) await play(it, seed, 60)
})
