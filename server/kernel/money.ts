/**
 * Money in integer minor units (1 BDT = 100 poisha) and the only places where money is rounded.
 * Amounts are bigint; rates are basis points (1 % = 100 bp); quantities are thousandths.
 */
declare const minor: unique symbol

/** An amount in minor units of the company's currency. */
export type Minor = bigint & { readonly [minor]: true }

/** The largest amount one document or balance may reach: 90 trillion minor units, safely below 2^53. */
export const MAX_MINOR = 9_000_000_000_000_000n as Minor

export const ZERO = 0n as Minor

/** Brands a bigint as money. @throws RangeError beyond ±{@link MAX_MINOR}. */
export function toMinor(value: bigint | number): Minor {
  const amount = BigInt(value)
  if (amount > MAX_MINOR || amount < -MAX_MINOR) throw new RangeError(`Amount ${amount} is out of range`)
  return amount as Minor
}

export const add = (...parts: readonly Minor[]): Minor => parts.reduce<bigint>((sum, part) => sum + part, 0n) as Minor
export const subtract = (from: Minor, amount: Minor): Minor => (from - amount) as Minor
export const negate = (amount: Minor): Minor => -amount as Minor
export const minOf = (a: Minor, b: Minor): Minor => (a < b ? a : b)
export const maxOf = (a: Minor, b: Minor): Minor => (minOf(a, b) === a ? b : a)
export const sumOf = <T>(items: Iterable<T>, amount: (item: T) => Minor): Minor => {
  let total = 0n
  for (const item of items) total += amount(item)
  return total as Minor
}

/**
 * Divides and rounds half away from zero, the one rounding rule of the product.
 * The SQL function `div_round_half_up` is its twin; a test holds the two together.
 */
export function divideRound(numerator: bigint, denominator: bigint, _mode: 'half-up'): bigint {
  if (denominator <= 0n) throw new RangeError('divideRound needs a positive denominator')
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

/** `amount × numerator / denominator`, rounded once. */
export const proportion = (amount: Minor, numerator: bigint, denominator: bigint): Minor => divideRound(amount * numerator, denominator, 'half-up') as Minor

/** `amount × rate`, the rate in basis points. */
export const percentage = (amount: Minor, rateBp: number): Minor => proportion(amount, BigInt(rateBp), 10_000n)

/** `unit price × quantity`, the quantity in thousandths. */
export const extend = (unitPrice: Minor, quantityMilli: bigint): Minor => proportion(unitPrice, quantityMilli, 1000n)

/**
 * Splits a total by weights with the largest-remainder method, so that the parts always sum to the total.
 * Ties go to the earlier part. All-zero weights split evenly. @throws RangeError on a negative weight.
 */
export function split(total: Minor, weights: readonly bigint[]): Minor[] {
  if (weights.length === 0) return []
  if (weights.some((weight) => weight < 0n)) throw new RangeError('split needs non-negative weights')
  const sum = weights.reduce((a, b) => a + b, 0n)
  const effective = sum === 0n ? weights.map(() => 1n) : weights
  const divisor = sum === 0n ? BigInt(weights.length) : sum
  const magnitude = total < 0n ? -total : total
  const floors = effective.map((weight) => (magnitude * weight) / divisor)
  let left = magnitude - floors.reduce((a, b) => a + b, 0n)
  const byRemainder = effective
    .map((weight, index) => ({ index, remainder: (magnitude * weight) % divisor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder) {
    if (left === 0n) break
    floors[index] = (floors[index] ?? 0n) + 1n
    left -= 1n
  }
  return floors.map((part) => (total < 0n ? -part : part) as Minor)
}

/** VAT contained in, or added to, a taxable amount. Exclusive: on top. Inclusive: the part of the gross that is tax. */
export function vatOf(amount: Minor, rateBp: number, inclusive: boolean): Minor {
  if (rateBp === 0) return ZERO
  if (!inclusive) return percentage(amount, rateBp)
  return subtract(amount, proportion(amount, 10_000n, BigInt(10_000 + rateBp)))
}
