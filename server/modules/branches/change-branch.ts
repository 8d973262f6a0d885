import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { ringOf } from './ring.ts'
import { insertArea, insertBranch, insertReseller, isBelow, lockArea, lockBranch, lockReseller, updateArea, updateBranch, updateReseller } from './store.ts'
import type { Area, Branch, Reseller } from './store.ts'

/** Opens a branch; only for people of the whole company. @throws 409 `branch_code_taken`. */
export async function createBranch(tx: Tx, input: Omit<Branch, 'id' | 'is_active'>): Promise<Branch> {
  if (tx.actor.scope.kind !== 'company') throw new Forbidden('Only people of the whole company can open a branch')
  const branch = await insertBranch(tx, input)
  await recordEvent(tx, 'branch.created', { subjectType: 'branch', subjectId: branch.id, after: { ...branch }, branchId: branch.id })
  return branch
}

/** @throws NotFound 404 outside the scope. */
export async function changeBranch(tx: Tx, id: bigint, change: Partial<Omit<Branch, 'id'>>): Promise<Branch> {
  const before = await lockBranch(tx, id)
  if (before === undefined) throw NotFound.of('branch', id)
  const after = { ...before, ...change }
  await updateBranch(tx, after)
  await recordEvent(tx, 'branch.changed', { subjectType: 'branch', subjectId: id, before: { ...before }, after: { ...after }, branchId: id })
  return after
}

/** @throws Forbidden 403 for a branch or parent outside the scope; 409 `reseller_code_taken`. */
export async function createReseller(tx: Tx, input: Omit<Reseller, 'id' | 'is_active'>): Promise<Reseller> {
  await checkReseller(tx, input)
  const reseller = await insertReseller(tx, input)
  await recordEvent(tx, 'reseller.created', {
    subjectType: 'reseller',
    subjectId: reseller.id,
    after: { ...reseller },
    branchId: reseller.branch_id,
    resellerId: reseller.id,
  })
  return reseller
}

/** @throws NotFound 404 outside the scope, Invalid 422 for a circle in the tree. */
export async function changeReseller(tx: Tx, id: bigint, change: Partial<Omit<Reseller, 'id'>>): Promise<Reseller> {
  const before = await lockReseller(tx, id)
  if (before === undefined) throw NotFound.of('reseller', id)
  const after = { ...before, ...change }
  if (tx.actor.scope.kind === 'reseller' && (after.parent_id !== before.parent_id || after.branch_id !== before.branch_id))
    throw new Forbidden('A reseller cannot move resellers')
  if (after.parent_id !== before.parent_id || after.branch_id !== before.branch_id) await checkReseller(tx, after)
  if (after.parent_id !== null && after.parent_id !== before.parent_id) await refuseCircle(tx, 'resellers', id, after.parent_id)
  await updateReseller(tx, after)
  await recordEvent(tx, 'reseller.changed', {
    subjectType: 'reseller',
    subjectId: id,
    before: { ...before },
    after: { ...after },
    branchId: after.branch_id,
    resellerId: id,
  })
  return after
}

/** @throws Forbidden 403 for a branch outside the scope, Invalid 422 for a polygon that is none. */
export async function createArea(tx: Tx, given: Omit<Area, 'id' | 'is_active' | 'connections'> & Partial<Pick<Area, 'connections'>>): Promise<Area> {
  const input = { connections: 'open' as const, ...given, polygon: given.polygon === null ? null : ringOf(given.polygon) }
  await checkArea(tx, input)
  const area = await insertArea(tx, input)
  await recordEvent(tx, 'area.created', { subjectType: 'area', subjectId: area.id, after: { ...area }, branchId: area.branch_id })
  return area
}

/** @throws NotFound 404 outside the scope, Forbidden 403, Invalid 422 for a circle in the tree or a polygon that is none. */
export async function changeArea(tx: Tx, id: bigint, change: Partial<Omit<Area, 'id'>>): Promise<Area> {
  const before = await lockArea(tx, id)
  if (before === undefined) throw NotFound.of('area', id)
  const { polygon = before.polygon } = change
  const after = { ...before, ...change, polygon: polygon === null ? null : ringOf(polygon) }
  // An area of everybody is seen by a branch and changed by the company.
  requireBranch(tx.actor.scope, before.branch_id)
  await checkArea(tx, after)
  if (after.parent_id !== null && after.parent_id !== before.parent_id) await refuseCircle(tx, 'areas', id, after.parent_id)
  await updateArea(tx, after)
  await recordEvent(tx, 'area.changed', { subjectType: 'area', subjectId: id, before: { ...before }, after: { ...after }, branchId: after.branch_id })
  return after
}

async function checkReseller(tx: Tx, { branch_id, parent_id }: Pick<Reseller, 'branch_id' | 'parent_id'>): Promise<void> {
  if ((await lockBranch(tx, branch_id)) === undefined) throw wrong('branch_id', `There is no branch ${branch_id} in your reach`)
  if (tx.actor.scope.kind === 'reseller' && parent_id !== tx.actor.scope.resellerId) throw new Forbidden('A reseller adds resellers below himself only')
  if (parent_id !== null && (await lockReseller(tx, parent_id)) === undefined) throw wrong('parent_id', `There is no reseller ${parent_id} in your reach`)
}

async function checkArea(tx: Tx, { branch_id, parent_id }: Pick<Area, 'branch_id' | 'parent_id'>): Promise<void> {
  requireBranch(tx.actor.scope, branch_id)
  if (branch_id !== null && (await lockBranch(tx, branch_id)) === undefined) throw wrong('branch_id', `There is no branch ${branch_id} in your reach`)
  if (parent_id !== null && (await lockArea(tx, parent_id)) === undefined) throw wrong('parent_id', `There is no area ${parent_id} in your reach`)
}

function requireBranch(scope: Scope, branchId: bigint | null): void {
  if (scope.kind === 'company') return
  if (scope.kind === 'branches' && branchId !== null && scope.branchIds.includes(branchId)) return
  throw new Forbidden('You can change areas of your own branch only')
}

async function refuseCircle(tx: Tx, table: 'resellers' | 'areas', id: bigint, parent: bigint): Promise<void> {
  if (await isBelow(tx, table, { id: parent, ancestor: id })) throw wrong('parent_id', 'It would lie below itself')
}

const wrong = (field: string, message: string): Invalid => new Invalid(message, { errors: [{ field, message }] })
