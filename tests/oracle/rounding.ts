/** R(n / d) of docs/BILLING.md for amounts that are never negative: half goes up. */
export function round(numerator: bigint, denominator: bigint): bigint {
  let whole = numerator / denominator
  const rest = numerator - whole * denominator
  if (rest + rest >= denominator) whole += 1n
  return whole
}

export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Largest remainder: everyone gets his floor, then the left-over units go one by one to the largest remainder, earlier first. */
export function share(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((a, b) => a + b, 0n)
  const parts = weights.map((weight) => (total * weight) / all)
  const rests = weights.map((weight) => (total * weight) % all)
  let left = total - parts.reduce((a, b) => a + b, 0n)
  while (left > 0n) {
    let best = 0
    for (let i = 1; i < rests.length; i += 1) if ((rests[i] ?? 0n) > (rests[best] ?? 0n)) best = i
    parts[best] = (parts[best] ?? 0n) + 1n
    rests[best] = -1n
    left -= 1n
  }
  return parts
}
