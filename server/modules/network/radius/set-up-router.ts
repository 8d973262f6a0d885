import { isIP } from 'node:net'
import { Conflict, Invalid } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { readRouter, reconcileRouter } from '../routers/index.ts'
import type { Router } from '../routers/index.ts'
import { refreshPasswords } from './job-definitions.ts'
import { keep, secretPlace } from './keep.ts'
import { radiusKey } from './key-store.ts'
import { deleteRadiusRouter, selectRadiusRouter, selectSecretKept, upsertRadiusRouter } from './routers-store.ts'
import type { RadiusRouter } from './routers-store.ts'

export interface RadiusInput {
  /** Where its requests come from; null: the router's own address. */
  readonly address: string | null
  /** Absent: the one that is stored stays. */
  readonly secret?: string | undefined
  readonly coa_port: number
  readonly is_signed: boolean
}

/**
 * Lets a router ask us by RADIUS, or changes how. FreeRADIUS knows it within a minute. Repeatable.
 * @throws NotFound 404; Invalid 422; `radius_secret_missing` 409; `radius_address_taken` 409 by the constraint.
 */
export async function setUpRadius(tx: Tx, routerId: bigint, { address, secret, coa_port, is_signed }: RadiusInput): Promise<RadiusRouter> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  const from = address ?? router.host
  if (isIP(from) === 0 || from.includes('%'))
    throw new Invalid('Say which IP address the router asks from', { errors: [{ field: 'address', message: 'Expected an IP address' }] })
  const before = await selectRadiusRouter(tx, routerId)
  const kept = secret === undefined ? await selectSecretKept(tx, routerId) : keep(await radiusKey(tx), secret, secretPlace(routerId))
  if (kept === undefined) throw new Conflict('radius_secret_missing', 'Say the secret that the router shares with us')
  await upsertRadiusRouter(tx, { router_id: routerId, address: from, coa_port, is_signed }, kept)
  const after = (await selectRadiusRouter(tx, routerId)) as RadiusRouter
  await recordEvent(tx, 'router.radius_changed', {
    subjectType: 'router',
    subjectId: routerId,
    branchId: router.branch_id,
    ...(before === undefined ? {} : { before: { ...before } }),
    after: { ...after, ...(secret === undefined ? {} : { shared: 'set' }) },
  })
  await enqueue(tx, refreshPasswords, {})
  await compare(tx, router)
  return after
}

/** The router is told by secrets again. Repeatable. @throws NotFound 404. */
export async function endRadius(tx: Tx, routerId: bigint): Promise<void> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  if (!(await deleteRadiusRouter(tx, routerId))) return
  await recordEvent(tx, 'router.radius_ended', { subjectType: 'router', subjectId: routerId, branchId: router.branch_id })
  await compare(tx, router)
}

async function compare(tx: Tx, { id, is_active, is_frozen }: Router): Promise<void> {
  if (is_active && !is_frozen) await enqueue(tx, reconcileRouter, { router_id: id })
}
