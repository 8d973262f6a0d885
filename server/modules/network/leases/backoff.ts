const FIRST_MS = 5000
const LONGEST_MS = 5 * 60_000
/** Asking again with the same wrong password or at a door with a strange lock helps nobody, and routers lock out who guesses. */
const HOPELESS_MS = 60 * 60_000

/**
 * How long a device is left alone after so many failures in a row: doubled each time, up to five minutes, and scattered over half of it,
 * so that a hundred routers behind one broken line are not asked again in the same second. `chance` is 0 to 1.
 */
export function backoffMs({ failures, isHopeless, chance }: { failures: number; isHopeless: boolean; chance: number }): number {
  const whole = isHopeless ? HOPELESS_MS : Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(whole / 2 + (whole / 2) * chance)
}
