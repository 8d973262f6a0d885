import type { DesiredLine } from './desired.ts'
import { readMark } from './mark.ts'
import type { ObservedSecret } from './observed.ts'

export interface Matched {
  /** The secret of each line that has one. */
  readonly secretOf: ReadonlyMap<bigint, ObservedSecret>
  /** Lines whose name somebody else's secret has. */
  readonly inTheWay: ReadonlyMap<bigint, ObservedSecret>
  /** Marked as ours, and no line's any more: it has left or moved away, or it is a second one of the same line. */
  readonly strays: readonly ObservedSecret[]
  readonly foreign: readonly ObservedSecret[]
  /** Names that stand more than once. */
  readonly duplicates: ReadonlySet<string>
}

/**
 * Which secret is which line's: by the owner's mark first, by name where the mark names nobody who wants it. Ids play no part, for a
 * router restored from a backup numbers its rows anew.
 */
export function matchLines(lines: readonly DesiredLine[], secrets: readonly ObservedSecret[]): Matched {
  const marks = new Map(secrets.map((secret) => [secret, readMark(secret.comment)?.subscriptionId ?? null]))
  const byName = Map.groupBy(secrets, ({ name }) => name)
  const byOwner = Map.groupBy(secrets, (secret) => marks.get(secret) ?? null)
  const wanting = new Set(lines.filter(({ state }) => state !== 'gone').map(({ subscriptionId }) => subscriptionId))
  const secretOf = new Map<bigint, ObservedSecret>()
  const inTheWay = new Map<bigint, ObservedSecret>()
  const taken = new Set<ObservedSecret>()
  const take = (line: DesiredLine, secret: ObservedSecret): void => {
    secretOf.set(line.subscriptionId, secret)
    taken.add(secret)
  }
  // Those that have left come last: their name may be another line's by now.
  const ordered = [...lines.filter(({ state }) => state !== 'gone'), ...lines.filter(({ state }) => state === 'gone')]
  for (const line of ordered) {
    const own = byOwner.get(line.subscriptionId)?.filter((secret) => !taken.has(secret)) ?? []
    const mine = own.find(({ name }) => name === line.login) ?? own[0]
    if (mine?.name === line.login) {
      take(line, mine)
      continue
    }
    const sameName = byName.get(line.login)?.filter((secret) => !taken.has(secret)) ?? []
    const blocker = sameName.find((secret) => marks.get(secret) === null)
    if (blocker !== undefined && line.state !== 'gone' && !(mine === undefined && line.mayAdopt)) inTheWay.set(line.subscriptionId, blocker)
    if (mine !== undefined) take(line, mine)
    else if (line.state !== 'gone') {
      const left = sameName.find((secret) => !wanting.has(marks.get(secret) ?? line.subscriptionId))
      if (left !== undefined) take(line, left)
      else if (line.mayAdopt && blocker !== undefined) take(line, blocker)
    }
  }
  return {
    secretOf,
    inTheWay,
    strays: secrets.filter((secret) => marks.get(secret) !== null && !taken.has(secret)),
    foreign: secrets.filter((secret) => marks.get(secret) === null && !taken.has(secret)),
    duplicates: new Set([...byName].filter(([, rows]) => rows.length > 1).map(([name]) => name)),
  }
}
