/** One step of the setting: from so many minutes on so many days, or (null) as many as it lasted. */
export interface CreditStep {
  readonly from_minutes: number
  readonly days: number | null
}

const DAY_MINUTES = 1440

/** How many days a line gets back for so many minutes without service: by the longest step that fits, else none. A day that has begun is whole. Pure. */
export function creditDays(minutes: number, steps: readonly CreditStep[]): number {
  const step = steps.filter(({ from_minutes }) => minutes >= from_minutes).toSorted((a, b) => b.from_minutes - a.from_minutes)[0]
  if (step === undefined) return 0
  return step.days ?? Math.ceil(minutes / DAY_MINUTES)
}
