/** How the light at an ONU is. */
export const LIGHTS = ['unknown', 'good', 'weak', 'critical', 'too_strong'] as const
export type Light = (typeof LIGHTS)[number]

/** Limits in dBm at the ONU's receiver. */
export interface LightLimits {
  readonly weakDbm: number
  readonly criticalDbm: number
  readonly strongDbm: number
  /** How far beyond a limit light has to come back before it counts as better. */
  readonly hysteresisDb: number
}

/** What the console says of it, and what the last measurement alone says. */
export interface LightStanding {
  readonly light: Light
  readonly lightSeen: Light
}

const SEVERITY: Readonly<Record<Light, number>> = { unknown: 0, good: 0, weak: 1, too_strong: 1, critical: 2 }

/**
 * What a measurement makes of how the light stands: worse or better only when two in a row say the same, and better only when it has come
 * back beyond the limit by the hysteresis, so that light at a limit does not flicker.
 */
export function nextLight({ light, lightSeen }: LightStanding, rxDbm: number, limits: LightLimits): LightStanding {
  const plain = levelOf(rxDbm, limits)
  const isBetter = SEVERITY[plain] < SEVERITY[light]
  const seen = isBetter ? calmed(light, rxDbm, limits) : plain
  if (seen === light) return { light, lightSeen: seen }
  // The very first measurement needs no second: nobody is alarmed by "good".
  if (light === 'unknown' && seen === 'good') return { light: seen, lightSeen: seen }
  return seen === lightSeen ? { light: seen, lightSeen: seen } : { light, lightSeen: seen }
}

function levelOf(rxDbm: number, { weakDbm, criticalDbm, strongDbm }: LightLimits): Light {
  if (rxDbm < criticalDbm) return 'critical'
  if (rxDbm < weakDbm) return 'weak'
  return rxDbm > strongDbm ? 'too_strong' : 'good'
}

/** As far as it has come back surely. */
function calmed(light: Light, rxDbm: number, { hysteresisDb, ...limits }: LightLimits): Light {
  if (light === 'too_strong') return rxDbm > limits.strongDbm - hysteresisDb ? 'too_strong' : levelOf(rxDbm, { ...limits, hysteresisDb })
  if (light === 'critical' && rxDbm < limits.criticalDbm + hysteresisDb) return 'critical'
  return rxDbm < limits.weakDbm + hysteresisDb ? 'weak' : levelOf(rxDbm, { ...limits, hysteresisDb })
}
