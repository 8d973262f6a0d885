import type { DesiredLine, RouterRules } from './desired.ts'
import { readMark } from './mark.ts'
import type { Observed, ObservedSecret } from './observed.ts'
import { ALWAYS_ALLOWED, planRouter } from './plan-router.ts'
import type { Hold, LineStanding, Plan } from './plan-router.ts'

/**
 * What has to be done on a router that asks us by RADIUS: it asks only for names that it has no secret of, so ours leave, and after them the
 * sessions of who has no service. Held while the router does not ask yet, and beyond its share; until they leave, our secrets go on saying what is
 * wanted. Pure; a secret without our mark is never part of any operation, but a line of its name is out of our hands.
 */
export function planRadius(lines: readonly DesiredLine[], observed: Observed, rules: RouterRules & { readonly usesRadius: boolean }): Plan {
  const owners = new Map(observed.secrets.map((secret) => [secret, readMark(secret.comment)?.subscriptionId ?? null]))
  const own = observed.secrets.filter((secret) => owners.get(secret) !== null)
  const foreign = observed.secrets.filter((secret) => owners.get(secret) === null)
  const foreignOf = new Map(foreign.map((secret) => [secret.name, secret]))
  const inTheWay = new Map(
    lines.flatMap(({ subscriptionId, login, state }): [bigint, ObservedSecret][] => {
      const secret = foreignOf.get(login)
      return secret === undefined || state === 'gone' ? [] : [[subscriptionId, secret]]
    }),
  )
  const standings = new Map(
    lines.map(({ subscriptionId }): [bigint, LineStanding] => {
      const secret = inTheWay.get(subscriptionId) ?? null
      return [subscriptionId, secret === null ? { kind: 'in_sync', secret } : { kind: 'blocked', by: 'foreign_same_name', secret }]
    }),
  )
  const local = new Set(observed.sessions.filter(({ name, isRadius }) => !isRadius && !foreignOf.has(name)).map(({ name }) => name))
  const ends = lines.filter(({ login, state }) => state !== 'on' && local.has(login)).map(({ login, subscriptionId }) => ({ name: login, subscriptionId }))
  const matched = { secretOf: new Map(), inTheWay, strays: own, foreign, duplicates: new Set<string>() }
  const hold = holdOf(own.length, rules)
  if (hold !== null) {
    const owning = new Set(owners.values())
    const { ops, redials } = planRouter(
      lines.filter(({ subscriptionId }) => owning.has(subscriptionId)),
      observed,
      rules,
    )
    return { ops: ops.filter(({ kind }) => kind !== 'add_secret'), standings, hold, redials, matched }
  }
  const ops: Plan['ops'] = [
    ...(own.length === 0 ? [] : [{ kind: 'remove_secrets', targets: own.map(({ id, name }) => ({ id, name, subscriptionId: null })) } as const]),
    ...(ends.length === 0 ? [] : [{ kind: 'end_sessions', targets: ends } as const]),
  ]
  return { ops, standings, hold, redials: [], matched }
}

function holdOf(changes: number, { usesRadius, maxChangePercent, releasedChanges }: RouterRules & { readonly usesRadius: boolean }): Hold | null {
  if (changes === 0 || changes <= releasedChanges) return null
  if (!usesRadius) return { kind: 'radius_off', changes, limit: 0 }
  const limit = Math.max(ALWAYS_ALLOWED, Math.floor((changes * maxChangePercent) / 100))
  return changes > limit ? { kind: 'secrets_leave', changes, limit } : null
}
