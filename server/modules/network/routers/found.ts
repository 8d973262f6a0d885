import type { Found } from './converge-router.ts'
import type { Drift } from './drift-store.ts'
import type { Compared } from './health-store.ts'

/** Everything on the router that is worth a person's look. */
export function driftOf({ lines, plan: { matched, standings } }: Found): Drift[] {
  const loginOf = new Map(lines.map(({ subscriptionId, login }) => [subscriptionId, login]))
  const blocked = [...standings].flatMap(([id, standing]): Drift[] =>
    standing.kind !== 'blocked' || standing.by === 'no_password' ? [] : [{ kind: standing.by, name: loginOf.get(id) ?? '', subscription_id: id, detail: {} }],
  )
  const inTheWay = new Set([...matched.inTheWay.values()])
  return [
    ...blocked,
    ...matched.foreign
      .filter((secret) => !inTheWay.has(secret))
      .map(({ name, profile, comment, isDisabled }) => ({
        kind: 'foreign_secret' as const,
        name,
        subscription_id: null,
        detail: { profile, comment: comment.toWellFormed(), is_disabled: isDisabled },
      })),
    ...[...matched.duplicates].map((name) => ({ kind: 'duplicate' as const, name, subscription_id: null, detail: {} })),
    ...matched.strays.map(({ name, comment, isDisabled }) => ({
      kind: 'stray' as const,
      name,
      subscription_id: null,
      detail: { comment: comment.toWellFormed(), is_disabled: isDisabled },
    })),
  ].map((drift) => ({ ...drift, name: drift.name.toWellFormed() }))
}

export const comparedOf = ({ observed, plan: { matched } }: Found): Compared => ({
  secrets: observed.secrets.length,
  ownSecrets: observed.secrets.length - matched.foreign.length,
  foreignSecrets: matched.foreign.length,
  sessions: observed.sessions.length,
})
