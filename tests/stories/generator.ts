/** Makes up the life of a company: who joins when, what they buy, pay, change and leave. The same seed makes the same script. */
import { addMonths, calendarDay, dayOf, textOf } from '../oracle/calendar.ts'
import { openCompany } from '../oracle/company.ts'
import type { Script } from '../oracle/script.ts'
import { NEW_PRICE_DAYS, POLICIES, VAT_RATES, VERSIONS } from './catalogue.ts'
import * as habits from './habits.ts'
import { instantOf, write } from './pen.ts'
import type { Pen } from './pen.ts'
import { seededRandom } from './random.ts'

export interface StorySize {
  readonly seed: number
  readonly clients: number
  readonly months: number
  readonly vatRounding: 'line' | 'invoice'
}

const FIRST_DAY = '2023-12-15'

/** Half of the clients join in the first two months, the others all along; every day of the month is somebody's. */
function joiningDays({ clients, months }: StorySize, pen: Pen): Map<number, number[]> {
  const first = dayOf(FIRST_DAY)
  const byDay = new Map<number, number[]>()
  for (let client = 1; client <= clients; client += 1) {
    const month = addMonths(first, client % 2 === 0 ? pen.random.below(2) : pen.random.below(Math.max(1, months - 2)))
    let day = month
    while (calendarDay(day).day !== ((client * 7) % 31) + 1 && day < month + 31) day += 1
    byDay.set(day, [...(byDay.get(day) ?? []), client])
  }
  return byDay
}

function subscribe(pen: Pen, client: string, nth: number): void {
  const { random } = pen
  const mode = random.percent(25) ? 'prepaid' : 'postpaid'
  // Some wait for the technician, some were connected days before they are entered.
  const startsOn = random.percent(10) ? null : textOf(pen.day - (random.percent(10) ? random.between(1, 9) : 0))
  const discounts = [
    { discountBp: 1_000, discountMinor: 0 },
    { discountBp: 0, discountMinor: 7_777 },
  ]
  const discount = random.percent(15) ? random.pick(discounts) : { discountBp: 0, discountMinor: 0 }
  const subscription = `${client}/${nth}`
  write(pen, {
    kind: 'subscribe',
    client,
    subscription,
    mode,
    policy: random.pick(POLICIES).code,
    startsOn,
    anchor: mode === 'prepaid' || random.percent(30) ? 1 : random.between(1, 31),
    package: random.pick(habits.onSale(pen, mode)),
    priceOverride: random.percent(5) ? 45_678 : null,
    ...discount,
  })
  if (random.percent(30)) {
    const facts = { client, subscription, quantityMilli: 1_000, unitPrice: 150_000, vatRate: 'standard', vatInclusive: false }
    write(pen, { kind: 'charge', item: 'installation', ...facts, startsOn: textOf(pen.day), endsOn: null })
  }
  if (random.percent(15)) {
    const facts = { client, subscription, quantityMilli: 1_000, unitPrice: 20_000, vatRate: null, vatInclusive: false }
    write(pen, { kind: 'charge', item: 'addon', ...facts, startsOn: textOf(pen.day), endsOn: null })
  }
}

function join(pen: Pen, nth: number): void {
  const { random } = pen
  const client = `client${nth}`
  write(pen, { kind: 'client', client, isVatExempt: random.percent(8), vatRate: random.percent(5) ? 'full' : null })
  if (random.percent(10)) write(pen, { kind: 'opening', client, amount: random.pick([-12_345, 50_000, 77_701]) })
  subscribe(pen, client, 1)
  if (random.percent(12)) write(pen, { kind: 'deposit', client, amount: random.pick([50_000, 100_000]) })
  else if (random.percent(20)) subscribe(pen, client, 2)
  if (random.percent(40)) write(pen, { kind: 'invoice', client, month: textOf(pen.day).slice(0, 7) })
}

function raisePrices(pen: Pen): void {
  for (const version of [...pen.company.versions.values()]) {
    const all = [...pen.company.versions.values()].filter((v) => v.package === version.package)
    if (version !== all.at(-1) || !pen.random.percent(60)) continue
    const no = version.no + 1
    const startsOn = textOf(pen.day + pen.random.pick([0, 0, 15]))
    write(pen, {
      ...version,
      kind: 'price_version',
      version: `${version.package}v${no}`,
      no,
      startsOn,
      price: version.price + pen.random.between(-3_000, 9_000),
    })
    const isForAll = pen.random.percent(30)
    if (isForAll) write(pen, { kind: 'apply_version', version: `${version.package}v${no}`, from: textOf(dayOf(startsOn) + pen.random.pick([0, 20])) })
  }
}

function writeDay(pen: Pen, joiners: readonly number[]): void {
  const { random, company } = pen
  const today = calendarDay(pen.day)
  pen.second = random.pick([0, 0, 1, 1_800, 30_000])
  const isRunDay = today.day === 1 ? !random.percent(15) : false
  const month = today.text.slice(0, 7)
  // Now and then the run is late; the fourth is the last day it waits for.
  if (isRunDay || (today.day === 4 && !hasRun(pen, month))) write(pen, { kind: 'run', month })
  if (NEW_PRICE_DAYS.includes(today.text)) raisePrices(pen)
  for (const nth of joiners) join(pen, nth)
  if (today.day % 9 === 5) write(pen, { kind: 'late_fees' })
  for (const client of company.clients.values()) {
    for (const subscription of client.subscriptions) {
      habits.startService(pen, subscription)
      habits.renewWhenDue(pen, subscription)
      habits.change(pen, subscription)
      habits.pauseOrResume(pen, subscription)
      habits.newTerms(pen, subscription)
      habits.buyMore(pen, subscription)
      habits.leaveForGood(pen, subscription)
    }
    habits.pay(pen, client)
    habits.correct(pen, client)
    habits.giveMoneyBack(pen, client)
    if (random.onceIn(600)) write(pen, { kind: 'invoice', client: client.ref, month })
  }
}

const hasRun = (pen: Pen, month: string): boolean => pen.events.some((event) => event.kind === 'run' && event.month === month)

export function generateScript(size: StorySize): Script {
  const facts: Omit<Script, 'events'> = {
    name: `${size.clients} clients, ${size.months} months, VAT rounded by ${size.vatRounding}`,
    seed: size.seed,
    utcOffsetHours: 6,
    zone: 'Asia/Dhaka',
    vatRounding: size.vatRounding,
    fiscalYearStartMonth: 7,
    vatRates: VAT_RATES,
    policies: POLICIES,
    versions: VERSIONS,
  }
  const random = seededRandom(size.seed)
  const pen: Pen = { company: openCompany({ ...facts, events: [] }), random, events: [], day: dayOf(FIRST_DAY), second: 0, payments: 0 }
  const joiners = joiningDays(size, pen)
  const end = addMonths(pen.day, size.months)
  for (; pen.day < end; pen.day += 1) {
    const written = pen.events.length
    writeDay(pen, joiners.get(pen.day) ?? [])
    // The last one of a day may come a second before midnight.
    const last = pen.events.at(-1)
    if (pen.events.length > written && last !== undefined && random.percent(30)) {
      pen.events[pen.events.length - 1] = { ...last, at: instantOf(pen.day, 86_399) }
    }
  }
  return { ...facts, events: pen.events }
}
