import type { Actor } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { businessDay } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { Allowed } from '../../platform/http/allowed.ts'
import { readAccess, readReasons } from '../access/index.ts'
import type { LineAccess, LineReason, SubscriptionState } from '../access/index.ts'
import { readClientBalance } from '../ledger/index.ts'
import { allowedOnClient, allowedOnLine } from './allowed.ts'
import type { ClientAction, LineAction } from './allowed.ts'
import type { Client } from './client.ts'
import type { Pause, Subscription, TermsInForce } from './lines/line.ts'
import { selectLine, selectLines } from './lines/store.ts'
import { selectPauses, selectTermsHistory } from './lines/terms-store.ts'
import { maskedNid } from './nid.ts'
import { clientState } from './states.ts'
import { selectClient, selectMoneyStanding } from './store.ts'

export interface LineView extends Subscription {
  /** Oldest first. */
  readonly terms: TermsInForce[]
  readonly current_terms: TermsInForce | null
  readonly access: Omit<LineAccess, 'subscription_id'> | null
  readonly reasons: Omit<LineReason, 'subscription_id'>[]
  readonly pauses: { id: bigint; starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate | null; kind: Pause['kind']; reason: string }[]
  readonly allowed: Record<LineAction, Allowed>
}

export interface ClientView extends Omit<Client, 'nid_last4' | 'tags'> {
  readonly tags: string[]
  readonly state: SubscriptionState | 'none'
  /** Null where none is stored. */
  readonly nid_masked: string | null
  readonly balance: { readonly receivable_minor: Minor; readonly credit_minor: Minor; readonly deposit_minor: Minor }
  readonly subscriptions: LineView[]
  readonly allowed: Record<ClientAction, Allowed>
}

// Beyond this a client is a company with a page of its own for each line: GET /subscriptions?client_id=
const LINES_SHOWN = 100

/** Everything the client's page shows, with what may be done and why not. @throws NotFound 404 outside the person's scope. */
export async function readClientView(conn: Conn, actor: Actor, clientId: bigint, now: Temporal.Instant): Promise<ClientView> {
  const client = await selectClient(conn, actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  const [balance, money, lines] = await Promise.all([
    readClientBalance(conn, clientId),
    selectMoneyStanding(conn, clientId),
    client.deleted_at === null ? selectLines(conn, actor.scope, { clientIds: [clientId] }, { limit: LINES_SHOWN }) : [],
  ])
  const { nid_last4, ...facts } = client
  const owed = balance?.receivable ?? ZERO
  return {
    ...facts,
    tags: [...client.tags],
    state: clientState(lines.map(({ state }) => state)),
    nid_masked: maskedNid(nid_last4),
    balance: { receivable_minor: owed, credit_minor: balance?.credit ?? ZERO, deposit_minor: money.depositHeld },
    subscriptions: await viewLines(conn, actor, lines.slice(0, LINES_SHOWN), now),
    allowed: allowedOnClient(actor, {
      isDeleted: client.deleted_at !== null,
      hasDocuments: money.hasDocuments,
      hasNid: nid_last4 !== '',
      hasLiveLine: lines.some(({ state }) => state !== 'left'),
      hasOpening: money.hasOpening,
      owes: owed > 0n,
      holdsDeposit: money.depositHeld > 0n,
    }),
  }
}

/** One line with its terms, access and what may be done. @throws NotFound 404 outside the person's scope. */
export async function readLineView(conn: Conn, actor: Actor, subscriptionId: bigint, now: Temporal.Instant): Promise<LineView> {
  const line = await selectLine(conn, actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  const [view] = await viewLines(conn, actor, [line], now)
  return view as LineView
}

/** Lines with everything that belongs to them, in five queries whatever their number. */
export async function viewLines(conn: Conn, actor: Actor, lines: readonly Subscription[], now: Temporal.Instant): Promise<LineView[]> {
  if (lines.length === 0) return []
  const ids = lines.map(({ id }) => id)
  const [terms, access, reasons, pauses] = await Promise.all([
    selectTermsHistory(conn, ids),
    readAccess(conn, ids),
    readReasons(conn, ids),
    selectPauses(conn, ids),
  ])
  const today = businessDay(now, conn.company.zone).toString()
  const ofLine = <T extends { subscription_id: bigint }>(rows: readonly T[], id: bigint): Omit<T, 'subscription_id'>[] =>
    rows.flatMap(({ subscription_id, ...row }) => (subscription_id === id ? [row] : []))
  return lines.map((line) => {
    const own = ofLine(terms, line.id)
    const why = ofLine(reasons, line.id)
    const paused = ofLine(pauses, line.id)
    return {
      ...line,
      terms: own,
      current_terms: own.findLast(({ starts_on, ends_on }) => starts_on.toString() <= today && (ends_on === null || today < ends_on.toString())) ?? null,
      access: ofLine(access, line.id)[0] ?? null,
      reasons: why,
      pauses: paused.map(({ id, startsOn, endsOn, kind, reason }) => ({ id, starts_on: startsOn, ends_on: endsOn, kind, reason })),
      allowed: allowedOnLine(actor, {
        state: line.state,
        reasons: why.map(({ reason }) => reason),
        hasOpenPause: paused.some(({ kind, endsOn }) => kind === 'vacation' && endsOn === null),
        isPrepaid: line.billing_mode === 'prepaid',
        hasPassword: line.has_pppoe_password,
      }),
    }
  })
}
