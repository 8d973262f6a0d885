import { Invalid, NotFound } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { isBefore } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { clearReasonOfClient } from '../access/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { Client } from './client.ts'
import { clearEndedFlags, lockClient, selectClient, updateVip, updateWhitelist } from './store.ts'

export interface SetFlag {
  readonly clientId: bigint
  /** `vip`: to be treated with care. `whitelist`: never suspended for money. */
  readonly flag: 'vip' | 'whitelist'
  readonly isSet: boolean
  /** The last day it holds; null = until somebody takes it away. */
  readonly until?: PlainDate | null
  readonly reason?: string
}

/** Sets or clears a flag of a client, with its reason and last day. Repeatable. @throws NotFound 404, Invalid 422 for a day that has passed. */
export async function setFlag(tx: Tx, { clientId, flag, isSet, until = null, reason = '' }: SetFlag): Promise<Client> {
  const before = await lockClient(tx, tx.actor.scope, clientId)
  if (before === undefined) throw NotFound.of('client', clientId)
  if (until !== null && isBefore(until, tx.today))
    throw new Invalid('The last day has already passed', { errors: [{ field: 'until', message: 'Expected today or later' }] })
  const now =
    flag === 'vip'
      ? { isSet: before.is_vip, until: before.vip_until, reason: before.vip_reason }
      : { isSet: before.is_whitelisted, until: before.whitelist_until, reason: before.whitelist_reason }
  const wanted = { isSet, until: isSet ? until : null, reason: isSet ? reason : '' }
  if (now.isSet === wanted.isSet && String(now.until) === String(wanted.until) && now.reason === wanted.reason) return before
  await (flag === 'vip' ? updateVip : updateWhitelist)(tx, clientId, wanted)
  // Never suspended for money: what he is cut for ends at once.
  if (flag === 'whitelist' && isSet) for (const reason of ['billing', 'expired'] as const) await clearReasonOfClient(tx, clientId, reason)
  await recordEvent(tx, `client.${flag}_${isSet ? 'set' : 'cleared'}`, {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId: before.branch_id,
    resellerId: before.reseller_id,
    before: now,
    after: wanted,
  })
  return (await selectClient(tx, tx.actor.scope, clientId)) as Client
}

/** Clears the flags whose last day has passed, as a job does every night. Repeatable. Returns how many clients lost one. */
export async function endFlags(tx: Tx): Promise<number> {
  const ended = await clearEndedFlags(tx)
  for (const { id, vip, whitelist } of ended) {
    if (vip) await recordEvent(tx, 'client.vip_ended', { subjectType: 'client', subjectId: id, clientId: id })
    if (whitelist) await recordEvent(tx, 'client.whitelist_ended', { subjectType: 'client', subjectId: id, clientId: id })
  }
  return ended.length
}
