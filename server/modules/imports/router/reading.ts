import type { Scope } from '../../../kernel/actor.ts'
import { Conflict } from '../../../kernel/errors.ts'
import { isInScope } from '../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { open, seal } from '../../../platform/secrets/index.ts'
import { readRouter } from '../../network/routers/index.ts'
import type { Ppp, PppProfile, PppSecret } from '../../network/routers/index.ts'
import { readSecrets } from '../job-definitions.ts'
import { selectIgnoredNames, selectLinesOfLogins, selectPackagesOfProfiles, selectReading, upsertReading } from './reading-store.ts'
import type { LineOfSecret, ReadingRow } from './reading-store.ts'

type Db = Pick<Conn, 'db'>

/** What a secret of a router is to this company. */
export const SECRET_STANDINGS = ['ours', 'line_here', 'line_elsewhere', 'ignored', 'new'] as const
export type SecretStanding = (typeof SECRET_STANDINGS)[number]

export interface StandingSecret extends PppSecret {
  readonly standing: SecretStanding
  /** The line of its name, where there is one in reach. */
  readonly line: LineOfSecret | null
}

export interface Reading {
  readonly row: ReadingRow
  readonly secrets: readonly StandingSecret[]
  readonly profiles: readonly (PppProfile & { readonly packageId: bigint | null; readonly packageName: string | null })[]
}

const aad = (routerId: bigint): string => `router_readings:${routerId}:content`
export const sealReading = (routerId: bigint, ppp: Ppp): Buffer => seal(JSON.stringify(ppp), aad(routerId))

/** Has secrets and profiles of a router read. @throws NotFound 404. */
export async function requestReading(tx: Tx, routerId: bigint): Promise<void> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  await upsertReading(tx, router.id)
  await enqueue(tx, readSecrets, { router_id: router.id }, { singletonKey: router.id.toString() })
}

/**
 * What was read last, each secret with what it is here; null where nothing was. `conn` sees the whole company, for a name is taken whoever's the line is; a line out
 * of the person's reach is not shown. @throws NotFound 404.
 */
export async function readReading(conn: Db, scope: Scope, routerId: bigint): Promise<Reading | null> {
  await readRouter(conn, scope, routerId)
  const row = await selectReading(conn, routerId)
  if (row === undefined) return null
  if (row.content_sealed === null) return { row, secrets: [], profiles: [] }
  const ppp = JSON.parse(open(row.content_sealed, aad(routerId))) as Ppp
  const lines = new Map(
    (
      await selectLinesOfLogins(
        conn,
        ppp.secrets.map(({ name }) => name),
        { routerId, readAt: row.read_at },
      )
    ).map((line) => [line.login, line]),
  )
  const ignored = new Set(await selectIgnoredNames(conn, routerId))
  const packages = new Map(
    (
      await selectPackagesOfProfiles(
        conn,
        ppp.profiles.map(({ name }) => name),
      )
    ).map((found) => [found.profile, found]),
  )
  return {
    row,
    secrets: ppp.secrets
      .map((secret): StandingSecret => {
        const line = lines.get(secret.name.toLowerCase()) ?? null
        const isSeen = line !== null && isInScope(scope, { branchId: line.branch_id, resellerId: line.reseller_id })
        return { ...secret, line: isSeen ? line : null, standing: standingOf(secret, line, { routerId, isIgnored: ignored.has(secret.name) }) }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    profiles: ppp.profiles.map((profile) => {
      const found = packages.get(profile.name)
      return { ...profile, packageId: found?.package_id ?? null, packageName: found?.name ?? null }
    }),
  }
}

function standingOf({ isOurs }: PppSecret, line: LineOfSecret | null, { routerId, isIgnored }: { routerId: bigint; isIgnored: boolean }): SecretStanding {
  if (line !== null) return line.router_id === routerId ? (isOurs || line.is_since ? 'ours' : 'line_here') : 'line_elsewhere'
  return isIgnored ? 'ignored' : 'new'
}

/** @throws Conflict 409 `not_read_yet` */
export async function requireReading(conn: Db, scope: Scope, routerId: bigint): Promise<Reading> {
  const reading = await readReading(conn, scope, routerId)
  if (reading === null || reading.row.state !== 'read') throw new Conflict('not_read_yet', 'Have the router read first')
  return reading
}
