import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { seal } from '../../../platform/secrets/index.ts'
import { setDesiredAccess, touchAccess } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { applyCustom } from '../custom-values.ts'
import { selectFields } from '../fields/store.ts'
import { checkedLine } from './line-facts.ts'
import { passwordAad } from './line.ts'
import type { LineFacts, Subscription } from './line.ts'
import { lockLine, selectLine, updateLine, updatePassword } from './store.ts'

export interface EditSubscription {
  readonly subscriptionId: bigint
  readonly seenVersion?: number | undefined
  readonly changes: Partial<Omit<LineFacts, 'custom'>> & { readonly custom?: Readonly<Record<string, unknown>> }
}

/**
 * Changes the technical facts of a line; a new address reaches the network by its desired access. Package and price are changed by
 * billing. Repeatable. @throws NotFound 404; Conflict 409 `changed_meanwhile`, `pppoe_login_taken`, `static_ip_taken`; Invalid 422.
 */
export async function editSubscription(tx: Tx, { subscriptionId, seenVersion, changes: { custom, ...changes } }: EditSubscription): Promise<Subscription> {
  const before = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (before === undefined) throw NotFound.of('subscription', subscriptionId)
  if (seenVersion !== undefined && seenVersion !== before.version) throw new Conflict('changed_meanwhile', 'Somebody else has changed this line; load it again')
  const facts = checkedLine({
    ...before,
    ...changes,
    custom: custom === undefined ? before.custom : applyCustom(await selectFields(tx, 'subscription'), before.custom, custom),
  })
  if (isSame(before, facts)) return before
  const after = await updateLine(tx, subscriptionId, facts)
  await setDesiredAccess(tx, subscriptionId)
  if (isCarriedOtherwise(before, after)) await touchAccess(tx, subscriptionId, { left: leftRouter(before, after) })
  await recordEvent(tx, 'subscription.edited', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: before.client_id,
    before: { ...before },
    after: { ...after },
  })
  return after
}

const isCarriedOtherwise = (before: LineFacts, after: LineFacts): boolean =>
  before.pppoe_login !== after.pppoe_login || before.router_id !== after.router_id || before.connection_kind !== after.connection_kind

/** The router that had the line and has to let go of it. */
function leftRouter(before: LineFacts, after: LineFacts): bigint | null {
  const stays = before.router_id === after.router_id && after.connection_kind === 'pppoe' && after.pppoe_login !== null
  return stays ? null : before.router_id
}

/** Sets or takes away the PPPoE password; it is sealed at once and never audited. @throws NotFound 404. */
export async function setPppoePassword(tx: Tx, { subscriptionId, password }: { subscriptionId: bigint; password: string | null }): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  await updatePassword(tx, subscriptionId, password === null || password === '' ? null : seal(password, passwordAad(subscriptionId)))
  await touchAccess(tx, subscriptionId, { left: null })
  await recordEvent(tx, 'subscription.password_set', { subjectType: 'subscription', subjectId: subscriptionId, clientId: line.client_id })
  return (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
}

const FACTS = [
  'label',
  'pppoe_login',
  'router_id',
  'olt_id',
  'static_ip',
  'mac',
  'onu_mac',
  'onu_model',
  'connection_kind',
  'medium',
  'billing_policy_id',
  'auto_control',
  'auto_renew',
  'address',
] as const satisfies readonly (keyof LineFacts)[]
const isSame = (a: LineFacts, b: LineFacts): boolean => FACTS.every((key) => a[key] === b[key]) && JSON.stringify(a.custom) === JSON.stringify(b.custom)
