import type { Actor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { blindIndex, fingerprint, open } from '../../platform/secrets/index.ts'
import { recordEvent } from '../audit/index.ts'
import { requireLease } from '../network/leases/index.ts'
import { recordFound } from '../network/routers/index.ts'
import type { DesiredLine, Device, Found, ObservedSecret, Settled, Speeds, Wishes } from '../network/routers/index.ts'
import { forgetObserved, selectOpen, selectPending, selectSpeeds, selectUnchanged, selectWanted, updateMustRedial, updateOutcomes } from './network-store.ts'
import type { ObservedAccess, Outcome, SettledRow, WantedRow } from './network-store.ts'

/** Above this many waiting lines the whole router is read instead of theirs alone. */
export const MOST_LINES = 200

/** What the database wants of one router, and where what was found is kept. `isWhole`: of all its lines, else of those that wait. */
export function wishesOf(
  database: Database,
  { router, lease }: Device,
  { actor, signal, isWhole, byRadius = false }: { actor: Actor; signal: AbortSignal; isWhole: boolean; byRadius?: boolean },
): Wishes {
  const db = { db: database.direct }
  const underLease = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    await inTransaction(database, { actor, direct: true }, async (tx) => {
      await requireLease(tx, lease)
      return await work(tx)
    })
  let rows = new Map<bigint, WantedRow>()
  // What waited at the first look is looked at to the end, so that the last look can say what became of it.
  let looked: readonly bigint[] = []
  const take = (wanted: readonly WantedRow[], speeds: ReadonlyMap<string, Speeds>): DesiredLine[] => {
    rows = new Map(wanted.map((row) => [row.subscription_id, row]))
    return wanted.map((row) => desiredLine(row, speeds, router))
  }
  return {
    signal,
    async read() {
      if (!isWhole) looked = [...new Set([...looked, ...(await selectPending(db, router.id, MOST_LINES))])]
      const wanted = await selectWanted(db, router.id, isWhole ? null : looked)
      return take(wanted, await speedsOf(database, wanted))
    },
    async readOpen() {
      const { open, settled } = await selectOpen(db, router.id)
      const speeds = await speedsOf(database, [...open, ...settled])
      return { lines: take(open, speeds), settled: settledOf(settled, speeds, router) }
    },
    async current(ids) {
      const revisions = new Map(ids.map((id) => [id, rows.get(id)?.revision ?? 0n]))
      return new Set(await selectUnchanged(db, router.id, revisions))
    },
    async expectRedials(ids) {
      if (ids.length > 0) await underLease(async (tx) => await updateMustRedial(tx, ids))
    },
    async announce({ kind, names, subscriptionIds, values }) {
      await underLease(
        async (tx) =>
          await recordEvent(tx, 'router.told', {
            subjectType: 'router',
            subjectId: router.id,
            branchId: router.branch_id,
            after: { kind, names, subscriptions: subscriptionIds, values },
          }),
      )
    },
    async record(found) {
      // With RADIUS its sessions say whether a line is in step, not what is left of its secret.
      const outcomes = byRadius ? [] : found.lines.flatMap((line) => outcomeOf(line, rows.get(line.subscriptionId) as WantedRow, found, router))
      await underLease(async (tx) => {
        if (byRadius) await forgetObserved(tx, router.id)
        if (outcomes.length > 0) await updateOutcomes(tx, outcomes)
        await recordFound(tx, router.id, found)
      })
    },
  }
}

async function speedsOf(database: Database, wanted: readonly Pick<WantedRow, 'profile'>[]): Promise<ReadonlyMap<string, Speeds>> {
  const profiles = [...new Set(wanted.map(({ profile }) => profile))].filter((profile) => profile !== '')
  const rows = profiles.length === 0 ? [] : await selectSpeeds({ db: database.direct }, profiles)
  return new Map(rows.map(({ profile, upload_kbps, download_kbps }) => [profile, { uploadKbps: upload_kbps, downloadKbps: download_kbps }]))
}

function desiredLine(row: WantedRow, speeds: ReadonlyMap<string, Speeds>, router: Rules): DesiredLine {
  let secret: Pick<DesiredLine, 'password' | 'stamp'> | undefined
  const opened = () => (secret ??= openPassword(row))
  let asked: { found: ObservedSecret; isRight: boolean } | undefined
  return {
    subscriptionId: row.subscription_id,
    revision: row.revision,
    login: row.login,
    get password() {
      return opened().password
    },
    get stamp() {
      return opened().stamp
    },
    profile: row.profile,
    speeds: speeds.get(row.profile) ?? null,
    staticIp: row.static_ip,
    state: row.is_left ? 'gone' : row.desired_on ? 'on' : 'off',
    wasSeen: row.observed !== null,
    mustRedial: row.must_redial,
    mayAdopt: row.may_adopt,
    isRight: (found) => {
      if (row.right_as === null || row.revision !== row.applied_revision) return false
      if (asked?.found !== found) asked = { found, isRight: row.right_as === rightAs(found, router) }
      return asked.isRight
    },
  }
}

function openPassword({ sealed, subscription_id, login }: WantedRow): Pick<DesiredLine, 'password' | 'stamp'> {
  const password = sealed === null ? null : open(sealed, `subscriptions:${subscription_id}:pppoe_password`)
  return { password, stamp: blindIndex(`ppp ${login} ${password ?? ''}`).toString('hex', 0, 4) }
}

function settledOf(rows: readonly SettledRow[], speeds: ReadonlyMap<string, Speeds>, router: Rules): Settled {
  return {
    lines: rows.reduce((sum, { lines }) => sum + lines, 0),
    sum: rows.reduce((sum, row) => sum + BigInt(row.sum), 0n),
    profiles: rows.map(({ profile }) => ({ profile, speeds: speeds.get(profile) ?? null, state: 'on' })),
    numberOf: (secret) => Buffer.from(rightAs(secret, router), 'base64').readUIntBE(0, 6),
  }
}

type Rules = Device['router']

/** How a secret reads, on which router and under which of its rules; in base64. */
const rightAs = ({ name, password, service, profile, remoteAddress, comment, isDisabled }: ObservedSecret, { id, version }: Rules): string =>
  fingerprint([id, version, name, password ?? '', password === null, service, profile, remoteAddress ?? '', comment, isDisabled].join('\0'))

const isSameObserved = (a: ObservedAccess | null, b: ObservedAccess | null): boolean =>
  a === null || b === null ? a === b : a.name === b.name && a.is_disabled === b.is_disabled && a.profile === b.profile && a.remote_address === b.remote_address

/** Nothing where the row says it already, so that a comparison that finds nothing new writes nothing. */
function outcomeOf({ subscriptionId, revision, isRight }: DesiredLine, row: WantedRow, { plan, refusals, redialled }: Found, router: Rules): Outcome[] {
  const standing = plan.standings.get(subscriptionId)
  if (standing === undefined) return []
  const { secret } = standing
  const observed: ObservedAccess | null =
    secret === null
      ? null
      : {
          name: secret.name.toWellFormed(),
          is_disabled: secret.isDisabled,
          profile: secret.profile.toWellFormed(),
          remote_address: secret.remoteAddress?.toWellFormed() ?? null,
        }
  const isApplied = standing.kind === 'in_sync'
  const lastError = refusals.get(subscriptionId) ?? (standing.kind === 'blocked' ? standing.by : standing.kind === 'held' ? 'held' : null)
  const isRedialled = isApplied || redialled.has(subscriptionId)
  const right = !isApplied || secret === null ? null : isRight(secret) ? row.right_as : rightAs(secret, router)
  const isSame =
    isSameObserved(row.observed, observed) &&
    row.last_error === lastError &&
    (!isApplied || row.applied_revision === revision) &&
    (!isRedialled || !row.must_redial) &&
    (!isApplied || !row.may_adopt) &&
    row.right_as === right
  return isSame
    ? []
    : [
        {
          subscription_id: subscriptionId,
          revision,
          is_applied: isApplied,
          observed,
          last_error: isApplied ? null : lastError,
          is_redialled: isRedialled,
          right_as: right,
        },
      ]
}
