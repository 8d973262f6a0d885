import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { subtract, toMinor, ZERO } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { allow } from '../../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../../platform/http/allowed.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { readReasons } from '#modules/access/index.ts'
import type { AccessReason } from '#modules/access/index.ts'
import { readSubscription } from '#modules/clients/index.ts'
import { getSettings } from '#modules/settings/index.ts'
import { selectStandings } from './items-store.ts'
import { selectStandingCut } from './preview-store.ts'
import type { LastCut } from './preview-store.ts'
import { readPromisesOf } from './promise-store.ts'
import { PROMISE_WINDOW_DAYS } from './promises.ts'
import { promiseDays, promisesAllowed } from './settings.ts'
import type { Standing } from './standing.sql.ts'
import { cutTerms } from './terms.ts'

export interface PromiseTerms {
  readonly open_id: bigint | null
  readonly open_until: PlainDate | null
  readonly taken: number
  readonly allowed: number
  readonly last_day: PlainDate
}

export interface Suspension {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly is_cut: boolean
  readonly cut: LastCut | null
  readonly standing: Standing | null
  /** The least payment after which the line would no longer be cut; null where no payment decides. */
  readonly restores_minor: Minor | null
  /** Only a renewal gives it back. */
  readonly needs_renewal: boolean
  /** Reasons that a payment does not clear. */
  readonly other_reasons: readonly AccessReason[]
  readonly promise: PromiseTerms
  readonly allowed: { readonly promise: Allowed; readonly withdraw_promise: Allowed }
}

/** Why a line is cut for money or would be, since when, and what would end it. @throws NotFound 404. */
export async function explainSuspension(conn: Conn, actor: Actor, subscriptionId: bigint, today: PlainDate): Promise<Suspension> {
  const line = await readSubscription(conn, actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  const scope = { clientIds: [line.client_id] }
  const standings = await selectStandings(conn, { ...(await cutTerms(conn)), day: today, scope, isOfCut: true })
  const standing = standings.find((row) => row.subscription_id === subscriptionId) ?? null
  const reasons = (await readReasons(conn, [subscriptionId])).map(({ reason }) => reason)
  const [days, allowed] = await getSettings(conn, [promiseDays, promisesAllowed])
  const taken = await readPromisesOf(conn, line.client_id, today.subtract({ days: PROMISE_WINDOW_DAYS }))
  const isOwing = standings.some(({ verdict }) => verdict !== 'credit_covers' && verdict !== 'below_minimum')
  const refusal: Refusal | null = taken.openId !== null ? 'promise_open' : !isOwing ? 'nothing_overdue' : taken.taken >= allowed ? 'promises_used_up' : null
  return {
    subscription_id: subscriptionId,
    client_id: line.client_id,
    is_cut: reasons.includes('billing') || reasons.includes('expired'),
    cut: await selectStandingCut(conn, subscriptionId),
    standing,
    restores_minor: standing === null ? null : restores(standing),
    needs_renewal: standing?.reason === 'expired',
    other_reasons: reasons.filter((reason) => reason !== 'billing' && reason !== 'expired'),
    promise: { open_id: taken.openId, open_until: taken.openUntil, taken: taken.taken, allowed, last_day: today.add({ days }) },
    allowed: {
      promise: allow(actor, 'subscription.restore', refusal),
      withdraw_promise: allow(actor, 'subscription.restore', taken.openId === null ? 'no_promise' : null),
    },
  }
}

/** Money goes to the oldest bills first, and those are the late ones. */
function restores({ reason, late_minor, credit_minor, min_due_minor }: Standing): Minor | null {
  if (reason === 'expired') return null
  const spared = min_due_minor > 0n ? subtract(min_due_minor, toMinor(1)) : ZERO
  const least = subtract(subtract(late_minor, credit_minor), spared)
  return least > 0n ? least : null
}
