import { add, minOf, proportion, subtract, sumOf, vatOf, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { coveredDays, daysIn, earlier, isBefore, later } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { CreditableLine, CreditLine } from './documents-store.ts'

/** Days that were never charged, or were already given back. */
export interface DayRange {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
}

/**
 * Gives back the days `[from, to)` of a billed line, computed from what was charged: net and discount by days, VAT at the line's own
 * rate, never more than earlier credits left, and no day twice (billing rule 13). Null where nothing is left to give.
 */
export function creditForDays(line: CreditableLine, from: PlainDate, to: PlainDate, notCharged: readonly DayRange[] = []): CreditLine | null {
  const period = { startsOn: later(from, line.startsOn), endsOn: earlier(to, line.endsOn) }
  if (!isBefore(period.startsOn, period.endsOn)) return null
  const credited = line.creditedRanges.map(([startsOn, endsOn]) => ({ startsOn: Temporal.PlainDate.from(startsOn), endsOn: Temporal.PlainDate.from(endsOn) }))
  const unused = daysIn(period) - coveredDays(period, [...notCharged, ...credited])
  if (unused <= 0) return null
  const explain = { rule: 'unused_days', unused_days: unused, days: line.chargedDays, charged_net: Number(line.net), charged_total: Number(line.total) }
  const part = BigInt(unused)
  const whole = BigInt(line.chargedDays)
  const net = minOf(proportion(line.net, part, whole), line.leftNet)
  if (net === line.leftNet) return wholeRest(line, period, explain)
  const discount = minOf(proportion(line.discount, part, whole), line.leftDiscount)
  const vat = minOf(line.vatInclusive ? proportion(line.vat, part, whole) : vatOf(subtract(net, discount), line.vatBp, false), line.leftVat)
  return positive({ lineNo: line.lineNo, ...period, net, discount, vat, total: add(subtract(net, discount), vat), explain })
}

/** Credits an amount (VAT included) of a line by hand: a discount, a waiver, a correction. */
export function creditForAmount(
  line: CreditableLine,
  total: Minor,
  period: { startsOn: PlainDate | null; endsOn: PlainDate | null } = { startsOn: null, endsOn: null },
): CreditLine | null {
  const explain = { rule: 'amount', charged_total: Number(line.total) }
  if (total >= line.leftTotal) return wholeRest(line, period, explain)
  const discount = minOf(proportion(line.discount, total, line.total), line.leftDiscount)
  const share = minOf(proportion(line.vat, total, line.total), line.leftVat)
  const wanted = add(subtract(total, share), discount)
  const net = minOf(wanted, line.leftNet)
  // Earlier roundings may have taken a unit of net too many: what net cannot give comes out of VAT.
  const vat = add(share, subtract(wanted, net))
  return positive({ lineNo: line.lineNo, ...period, net, discount, vat, total, explain })
}

/** Credits a part of a line's net that should not have been charged, with its VAT: never more than earlier credits left. */
export function creditForNet(line: CreditableLine, amount: Minor): CreditLine | null {
  const explain = { rule: 'net', charged_net: Number(line.net), charged_total: Number(line.total) }
  const net = minOf(amount, line.leftNet)
  if (net === line.leftNet) return wholeRest(line, { startsOn: null, endsOn: null }, explain)
  const vat = minOf(vatOf(net, line.vatBp, false), line.leftVat)
  return positive({ lineNo: line.lineNo, startsOn: null, endsOn: null, net, discount: ZERO, vat, total: add(net, vat), explain })
}

function wholeRest(line: CreditableLine, period: { startsOn: PlainDate | null; endsOn: PlainDate | null }, explain: CreditLine['explain']): CreditLine | null {
  return positive({
    lineNo: line.lineNo,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    net: line.leftNet,
    discount: line.leftDiscount,
    vat: line.leftVat,
    total: line.leftTotal,
    explain,
  })
}

const positive = (line: CreditLine): CreditLine | null => (line.total > 0n ? line : null)

/** Spreads an amount over lines in their order, never beyond what a line has left. */
export function creditOverLines(lines: readonly CreditableLine[], total: Minor): CreditLine[] {
  const credits: CreditLine[] = []
  let wanted = total
  for (const line of lines) {
    if (wanted <= 0n) break
    const part = creditForAmount(line, minOf(wanted, line.leftTotal))
    if (!part) continue
    credits.push(part)
    wanted = subtract(wanted, part.total)
  }
  return credits
}

export const creditTotal = (lines: readonly { readonly total: Minor }[]): Minor => sumOf(lines, (line) => line.total)
