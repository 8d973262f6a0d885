import { isIP } from 'node:net'
import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Scope } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { seal } from '../../../platform/secrets/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { forgetFailures, insertHealth, selectHealth, updateReleased } from './health-store.ts'
import { reconcileRouter } from './job-definitions.ts'
import { passwordAad } from './router.ts'
import type { Router, RouterFacts } from './router.ts'
import { parseFingerprint } from './routeros/socket.ts'
import { insertRouter, lockRouter, updateFrozen, updatePassword, updateRouter } from './store.ts'

export interface RouterInput extends RouterFacts {
  /** Absent or empty: the one that is stored stays. */
  readonly password?: string | undefined
}

/** Adds a router to a branch in reach and has it compared. @throws Invalid 422; `router_name_taken`, `router_address_taken` 409. */
export async function createRouter(tx: Tx, { password, ...given }: RouterInput): Promise<Router> {
  const facts = checked(given)
  requireReach(tx.actor.scope, facts.branch_id)
  const made = await insertRouter(tx, facts)
  await insertHealth(tx, made.id)
  if (password !== undefined && password !== '') await updatePassword(tx, made.id, seal(password, passwordAad(made.id)))
  const router = await locked(tx, made.id)
  await recordEvent(tx, 'router.created', { subjectType: 'router', subjectId: router.id, branchId: router.branch_id, after: { ...router } })
  await compare(tx, router)
  return router
}

/** Repeatable. What was tried in vain before is tried again at once. @throws NotFound 404; `changed_meanwhile` and as for creating. */
export async function changeRouter(
  tx: Tx,
  id: bigint,
  { password, seenVersion, ...change }: Partial<RouterInput> & { seenVersion?: number | undefined },
): Promise<Router> {
  const before = await locked(tx, id)
  if (seenVersion !== undefined && seenVersion !== before.version)
    throw new Conflict('changed_meanwhile', 'Somebody else has changed this router; load it again')
  const facts = checked({ ...before, ...change })
  requireReach(tx.actor.scope, facts.branch_id)
  await updateRouter(tx, id, facts)
  if (password !== undefined && password !== '') await updatePassword(tx, id, seal(password, passwordAad(id)))
  await forgetFailures(tx, id)
  const after = await locked(tx, id)
  await recordEvent(tx, 'router.changed', {
    subjectType: 'router',
    subjectId: id,
    branchId: after.branch_id,
    before: { ...before },
    after: { ...after, ...(password === undefined || password === '' ? {} : { password: 'set' }) },
  })
  await compare(tx, after)
  return after
}

/** Nothing is written to it until somebody thaws it; what changes meanwhile waits. Repeatable. @throws NotFound 404. */
export async function freezeRouter(tx: Tx, id: bigint, { reason }: { reason: string }): Promise<Router> {
  const before = await locked(tx, id)
  if (before.is_frozen && before.frozen_reason === reason) return before
  await updateFrozen(tx, id, { reason })
  await recordEvent(tx, 'router.frozen', { subjectType: 'router', subjectId: id, branchId: before.branch_id, after: { reason } })
  return await locked(tx, id)
}

/** Repeatable. @throws NotFound 404. */
export async function thawRouter(tx: Tx, id: bigint): Promise<Router> {
  const before = await locked(tx, id)
  if (!before.is_frozen) return before
  await updateFrozen(tx, id, null)
  await recordEvent(tx, 'router.thawed', { subjectType: 'router', subjectId: id, branchId: before.branch_id, before: { reason: before.frozen_reason } })
  const after = await locked(tx, id)
  await compare(tx, after)
  return after
}

/**
 * Lets through once what a guard holds back, as many changes as were seen and no more: what has grown meanwhile is held again.
 * @throws NotFound 404; `nothing_held_back`, `hold_changed` 409.
 */
export async function releaseHold(tx: Tx, id: bigint, { changes }: { changes: number }): Promise<void> {
  const router = await locked(tx, id)
  const held = (await selectHealth(tx, [id])).get(id)
  if (held?.held_kind === null || held === undefined) throw new Conflict('nothing_held_back', 'Nothing of this router is held back')
  if (held.held_changes !== changes) throw new Conflict('hold_changed', `It is ${held.held_changes} changes by now; look at them again`)
  await updateReleased(tx, id, { changes, by: tx.actor.userId })
  await recordEvent(tx, 'router.released', { subjectType: 'router', subjectId: id, branchId: router.branch_id, after: { kind: held.held_kind, changes } })
  await compare(tx, router)
}

/** Has it compared now. @throws NotFound 404. */
export async function requestComparison(tx: Tx, id: bigint): Promise<void> {
  const router = await locked(tx, id)
  await forgetFailures(tx, id)
  await compare(tx, router)
}

async function locked(tx: Tx, id: bigint): Promise<Router> {
  const router = await lockRouter(tx, id)
  if (router === undefined) throw NotFound.of('router', id)
  return router
}

async function compare(tx: Tx, { id, is_active, is_frozen }: Router): Promise<void> {
  if (is_active && !is_frozen) await enqueue(tx, reconcileRouter, { router_id: id })
}

function requireReach(scope: Scope, branchId: bigint): void {
  if (scope.kind === 'branches' && !scope.branchIds.includes(branchId)) throw NotFound.of('branch', branchId)
  if (scope.kind === 'reseller') throw NotFound.of('branch', branchId)
}

function checked(facts: RouterFacts): RouterFacts {
  const errors: { field: string; message: string }[] = []
  const fingerprint = facts.tls_fingerprint === null || facts.tls_fingerprint.trim() === '' ? null : parseFingerprint(facts.tls_fingerprint)
  if (facts.tls_fingerprint !== null && facts.tls_fingerprint.trim() !== '' && fingerprint === null)
    errors.push({ field: 'tls_fingerprint', message: 'Expected a SHA-256 fingerprint of 64 hexadecimal digits' })
  const host = facts.host.trim().toLowerCase()
  if (host === '' && facts.is_active) errors.push({ field: 'host', message: 'Expected an address or a name' })
  if (host !== '' && isIP(host) === 0 && !/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(host))
    errors.push({ field: 'host', message: 'Expected an address or a name' })
  if (facts.local_address !== null && isIP(facts.local_address) === 0) errors.push({ field: 'local_address', message: 'Expected an IP address' })
  const target = facts.suspend_by === 'disable' ? '' : facts.suspend_target.trim()
  if (facts.suspend_by !== 'disable' && target === '') errors.push({ field: 'suspend_target', message: 'Name the list, profile or pool' })
  if (errors.length > 0) throw new Invalid('Some fields of the router do not fit', { errors })
  return { ...facts, host, tls_fingerprint: facts.is_tls ? fingerprint : null, suspend_target: target }
}
