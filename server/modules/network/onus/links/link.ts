/** Why an ONU may carry a line, the surest first. */
export const LINK_RULES = ['serial', 'registered_mac', 'caller_id', 'host_mac', 'same_place', 'description'] as const
export type LinkRule = (typeof LINK_RULES)[number]

/** From here on nobody has to be asked, as long as nothing else is as likely. */
export const CERTAIN = 90

export interface LinkReason {
  readonly rule: LinkRule
  /** What was found: the serial, the address, the words. */
  readonly value: string
}

export interface Suggestion {
  readonly onu_id: bigint
  readonly subscription_id: bigint
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** Those that may be linked without asking: certain, and nothing else as likely for the ONU or for the line. */
export function certainOf(suggestions: readonly Suggestion[]): Suggestion[] {
  const best = new Map<string, number>()
  const ties = new Set<string>()
  for (const { onu_id, subscription_id, score } of suggestions)
    for (const key of [`onu ${onu_id}`, `line ${subscription_id}`]) {
      const most = best.get(key) ?? 0
      if (score === most) ties.add(key)
      if (score > most) {
        best.set(key, score)
        ties.delete(key)
      }
    }
  return suggestions.filter(({ onu_id, subscription_id, score }) =>
    [`onu ${onu_id}`, `line ${subscription_id}`].every((key) => score >= CERTAIN && best.get(key) === score && !ties.has(key)),
  )
}
