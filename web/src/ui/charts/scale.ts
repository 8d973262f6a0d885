/** A scale with round steps that holds all values and zero: `low` and `high` are its ends, `ticks` what is written beside it. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const STEPS = [1, 2, 2.5, 5, 10]

/** At most `most` steps; without values from 0 to 1. `least` keeps a scale of whole things from having halves. */
export function scaleFor(values: readonly (number | null)[], { most = 5, least = 0 }: { most?: number; least?: number } = {}): Scale {
  const known = values.filter((value): value is number => value !== null)
  const top = Math.max(0, ...known)
  const bottom = Math.min(0, ...known)
  if (top === bottom) return { low: 0, high: Math.max(1, least), ticks: [0, Math.max(1, least)] }
  const rough = Math.max(least, (top - bottom) / most)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(least, (STEPS.find((each) => each * power >= rough * 0.999) ?? 10) * power)
  const from = Math.floor(bottom / step)
  const to = Math.ceil(top / step)
  const ticks = Array.from({ length: to - from + 1 }, (_none, at) => (from + at) * step)
  return { low: from * step, high: to * step, ticks }
}

/** As `scaleFor`, for values that have no natural zero, such as dBm: only what there is has to fit, and what has to be seen with it. */
export function freeScaleFor(values: readonly (number | null)[], { most = 5 }: { most?: number } = {}): Scale {
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return { low: 0, high: 1, ticks: [0, 1] }
  const [bottom, top] = [Math.min(...known), Math.max(...known)]
  const rough = Math.max((top - bottom) / most, 0.5)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (STEPS.find((each) => each * power >= rough * 0.999) ?? 10) * power
  const from = Math.floor(bottom / step - 0.1)
  const to = Math.ceil(top / step + 0.1)
  return { low: from * step, high: to * step, ticks: Array.from({ length: to - from + 1 }, (_none, at) => (from + at) * step) }
}

/** Which of many labels under a chart are written, so that they do not run into each other: every n-th, the last one for certain. */
export function labelledEvery(count: number, width: number, labelWidth: number): (index: number) => boolean {
  const fits = Math.max(1, Math.floor(width / labelWidth))
  const every = Math.max(1, Math.ceil(count / fits))
  return (index) => (count - 1 - index) % every === 0
}
