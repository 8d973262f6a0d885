import { add, maxOf, minOf, proportion, subtract, sumOf, vatOf, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { daysBetween, daysIn, isBefore, later } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { CreditableLine, CreditLine } from './documents-store.ts'

/**
 * Gives back the days `[from, to)` of a billed line, computed from what was charged: net and discount by days, VAT at the line's own
 * rate, never more than earlier credits left (billing rule 13). Null where nothing is left to give.
 */
export function creditForDays(line: CreditableLine, from: PlainDate, to: PlainDate): CreditLine | null {
  const startsOn = later(from, line.startsOn)
  const endsOn = isBefore(to, line.endsOn) ? to : line.endsOn
  if (!isBefore(startsOn, endsOn)) return null
  const unused = daysBetween(startsOn, endsOn)
  const days = daysIn(line)
  const explain = { rule: 'unused_days', unused_days: unused, days, charged_net: Number(line.net), charged_total: Number(line.total) }
  if (unused >= days) return wholeRest(line, startsOn, endsOn, explain)
  const part = BigInt(unused)
  const whole = BigInt(days)
  if (line.vatInclusive && line.vatBp > 0) {
    // Inclusive prices: the gross is shared by days and the tax contained in it follows.
    const gross = minOf(proportion(line.total, part, whole), line.leftTotal)
    return grossCredit(line, gross, startsOn, endsOn, explain)
  }
  const net = minOf(proportion(line.net, part, whole), line.leftNet)
  const discount = minOf(proportion(line.discount, part, whole), line.leftDiscount)
  const vat = minOf(vatOf(subtract(net, discount), line.vatBp, false), line.leftVat)
  return positive({ lineNo: line.lineNo, startsOn, endsOn, net, discount, vat, total: add(subtract(net, discount), vat), explain })
}

/** Credits an amount (VAT included) of a line: a discount, a waiver, a correction. */
export function creditForAmount(line: CreditableLine, total: Minor): CreditLine | null {
  const explain = { rule: 'amount', charged_total: Number(line.total) }
  if (total >= line.leftTotal) return wholeRest(line, null, null, explain)
  return grossCredit(line, total, null, null, explain)
}

function wholeRest(line: CreditableLine, startsOn: PlainDate | null, endsOn: PlainDate | null, explain: CreditLine['explain']): CreditLine | null {
  return positive({ lineNo: line.lineNo, startsOn, endsOn, net: line.leftNet, discount: line.leftDiscount, vat: line.leftVat, total: line.leftTotal, explain })
}

/** Splits a gross amount of a line into net, discount and VAT in the line's own proportions. */
function grossCredit(line: CreditableLine, gross: Minor, startsOn: PlainDate | null, endsOn: PlainDate | null, explain: CreditLine['explain']): CreditLine | null {
  const vat = minOf(line.vatBp === 0 ? ZERO : vatOf(gross, line.vatBp, true), line.leftVat)
  const discount = minOf(line.total === 0n ? ZERO : proportion(line.discount, gross, line.total), line.leftDiscount)
  const net = add(subtract(gross, vat), discount)
  if (net > line.leftNet) {
    const capped = line.leftNet
    return positive({ lineNo: line.lineNo, startsOn, endsOn, net: capped, discount: maxOf(ZERO, subtract(add(capped, vat), gross)), vat, total: gross, explain })
  }
  return positive({ lineNo: line.lineNo, startsOn, endsOn, net, discount, vat, total: gross, explain })
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
