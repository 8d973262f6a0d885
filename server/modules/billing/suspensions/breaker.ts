import type { Instant } from '../../../kernel/time.ts'

/** What has happened that a person has to look at before anybody is cut. */
export const CIRCUMSTANCES = ['first', 'outage', 'restored', 'clock'] as const
export type Circumstance = (typeof CIRCUMSTANCES)[number]

/** Why a run waits for a second person. */
export type Hold =
  | { readonly kind: Circumstance; readonly since: string }
  | { readonly kind: 'share'; readonly cut: number; readonly of: number; readonly limit_percent: number }
  | { readonly kind: 'router'; readonly router_id: number; readonly name: string; readonly cut: number; readonly of: number; readonly limit_percent: number }

export interface Look {
  readonly lookedAt: Instant | null
  readonly databaseIdentity: string | null
}

/**
 * What a look finds when it compares itself with the look before: nobody ever looked, the database is another one (restored from a backup, or taken over by a
 * copy), the clock has gone back, or nobody has looked for long. Pure.
 */
export function circumstanceOf(before: Look, now: { lookedAt: Instant; databaseIdentity: string }, outageHours: number): Circumstance | null {
  if (before.lookedAt === null) return 'first'
  if (before.databaseIdentity !== now.databaseIdentity) return 'restored'
  if (Temporal.Instant.compare(now.lookedAt, before.lookedAt.subtract({ minutes: 5 })) < 0) return 'clock'
  return Temporal.Instant.compare(now.lookedAt, before.lookedAt.add({ hours: outageHours })) > 0 ? 'outage' : null
}

export interface Share {
  readonly cut: bigint
  readonly of: bigint
}

export interface Limits {
  readonly sharePercent: number
  readonly routerSharePercent: number
  readonly leastClients: number
}

const exceeds = ({ cut, of }: Share, percent: number): boolean => of > 0n && cut * 100n > of * BigInt(percent)

/** The shares that are too large, of all clients and of each router; fewer clients than `leastClients` never are. Pure. */
export function shareHolds(
  clients: Share,
  routers: readonly (Share & { readonly routerId: bigint; readonly name: string })[],
  { sharePercent, routerSharePercent, leastClients }: Limits,
): Hold[] {
  if (clients.cut < BigInt(leastClients)) return []
  const all: Hold[] = exceeds(clients, sharePercent) ? [{ kind: 'share', cut: Number(clients.cut), of: Number(clients.of), limit_percent: sharePercent }] : []
  const each = routers
    .filter((router) => router.cut >= BigInt(leastClients) && exceeds(router, routerSharePercent))
    .map(({ routerId, name, cut, of }): Hold => {
      return { kind: 'router', router_id: Number(routerId), name, cut: Number(cut), of: Number(of), limit_percent: routerSharePercent }
    })
  return [...all, ...each]
}
