/** The middle of a few measurements. */
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The p-th percentile (0-100) of milliseconds. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? Number.NaN
}

/** One bar of design/performance.md with what this run measured. */
export interface Result {
  /** P1, P2, ... */
  readonly part: string
  /** What was measured, in words. */
  readonly what: string
  readonly ratio: number
  /** What the ratio is against. */
  readonly against: string
  readonly bar: number
  /** Whether more is better (`>=`) or less (`<=`). */
  readonly better: 'less' | 'more'
  /** Absolute figures, for scale only. */
  readonly note: string
}

export const isMet = ({ ratio, bar, better }: Result): boolean => (better === 'less' ? ratio <= bar : ratio >= bar)

export const printed = (result: Result): string =>
  `${result.part.padEnd(4)} ${result.what}: ${result.ratio.toFixed(2)} x ${result.against} (bar ${result.better === 'less' ? '<=' : '>='} ${result.bar}) ${isMet(result) ? 'ok' : 'MISSED'}  ${result.note}`
